import { namesMethod } from '../../../../shared/domain/store.ts';
import { draft, evidenceOf, excluded, planned, type FixDefinition, type PlanOrder } from './definition.ts';
import { reprocessSteps } from './reprocess-steps.ts';

/**
 * Maps shipping methods (Bigblue, article 322: “settings > auto-fulfillment > select your warehouse and the shipping
 * method”). The mapping has no public API: the agent makes it on the platform, and only then our copy of it follows and
 * the orders are reprocessed. Without `method` all methods of the plan's orders are mapped.
 */
export const mapShippingMethod: FixDefinition<'map_shipping_method'> = {
  for: ['shipping_method_unmapped'],
  plan: ({ orders, params, store }) => {
    const known = store.ctx.settings.shippingMethods;
    const wanted = new Set(orders.map(methodOf).filter((method) => method !== null));
    const methods = params.method === undefined ? [...wanted].toSorted() : [params.method];
    const step = draft({ op: 'platform_step', does: { step: 'shipping_methods', methods } });
    const missing = methods.filter((title) => !namesMethod(known ?? [], { title, code: null }));
    const mirror =
      known === null || missing.length === 0
        ? []
        : [
            draft({ op: 'store_shipping_methods_set', set: [...known, ...missing], base: [...known] }, [
              step,
            ]),
          ];
    return (it) => {
      const method = methodOf(it);
      if (method === null) return excluded({ code: 'method_unknown' });
      return namesMethod(methods, { title: method, code: null })
        ? planned([step, ...mirror, ...reprocessSteps(it.order, [step, ...mirror])])
        : excluded({ code: 'other_method', method, methods });
    };
  },
};

function methodOf(it: PlanOrder): string | null {
  return evidenceOf(it, 'shipping_method_unmapped')?.method ?? null;
}
