import { namesMethod } from '../../../../shared/domain/store.ts';
import { hasAttribute } from '../attributes.ts';
import type { Rule } from '../rule.ts';

/** Additional details by which checkout apps hand on the chosen point: `Point relais`, `pickup_point_id`, `Locker` … */
const POINT =
  /pick.?up|relay|relais|parcel.?shop|service.?point|locker|packstation|\bpudo\b|collection.?point/i;

/**
 * *Added* (Bigblue, article 322: “The pickup point is missing, you need to select one”): the method delivers to a pick-up
 * point and the order names none among its additional details. Which methods do is a store setting; without it the rule
 * is off. Root cause: the method, whose app or widget does not hand the point on.
 */
export const pickupPointMissing: Rule<'pickup_point_missing'> = {
  find: (order, { settings: { pickupMethods } }) => {
    const { shippingLine } = order;
    if (pickupMethods === null || shippingLine === null || !namesMethod(pickupMethods, shippingLine))
      return null;
    return hasAttribute(order, POINT) === false ? { method: shippingLine.title } : null;
  },
  told: ({ shippingLine }) => ({ method: shippingLine?.title ?? null }),
  causes: ({ method }) =>
    method === null
      ? []
      : [
          {
            key: `pickup_point_missing:${method.trim().toLowerCase()}`,
            subject: { kind: 'shipping_method', method, fault: 'no_pickup_point' },
            entity: null,
            fix: 'reprocess',
            alone: true,
          },
        ],
};
