import { namesMethod } from '../../../../shared/domain/store.ts';
import type { Rule } from '../rule.ts';

/**
 * *Added* (Bigblue, article 322: “The shipping method selected by the buyer on the website has not been mapped in
 * Bigblue”): the mapping has no API, so the store's settings mirror the methods it knows; without them the rule is off.
 * Root cause: the method.
 */
export const shippingMethodUnmapped: Rule<'shipping_method_unmapped'> = {
  find: ({ shippingLine }, { settings: { shippingMethods } }) => {
    if (shippingMethods === null || shippingLine === null || namesMethod(shippingMethods, shippingLine))
      return null;
    return { method: shippingLine.title, code: shippingLine.code };
  },
  told: ({ shippingLine }) => ({ method: shippingLine?.title ?? null, code: shippingLine?.code ?? null }),
  causes: ({ method }) =>
    method === null
      ? []
      : [
          {
            key: `shipping_method_unmapped:${method.trim().toLowerCase()}`,
            subject: { kind: 'shipping_method', method, fault: 'unmapped' },
            entity: null,
            fix: 'map_shipping_method',
            alone: true,
          },
        ],
};
