import { draft, excluded, planned, type FixDefinition } from './definition.ts';
import { reprocessSteps } from './reprocess-steps.ts';

/**
 * Lets orders with payment terms sync before they are paid (seed, “Financial status is pending”: « En B2B … vous pouvez
 * activer l'option Synchronize orders with payment terms »). That option has no public API: the agent sets it on the
 * platform, and only then our copy of it follows and the orders are reprocessed.
 */
export const enablePaymentTerms: FixDefinition<'enable_payment_terms'> = {
  for: ['payment_pending'],
  plan: ({ store }) => {
    const step = draft({ op: 'platform_step', does: { step: 'payment_terms' } });
    const mirror = store.ctx.settings.paymentTerms
      ? []
      : [draft({ op: 'store_payment_terms_set', set: true, base: false }, [step])];
    return ({ order }) => {
      if (order.redacted.includes('paymentTerms')) {
        return excluded({ code: 'payment_terms_hidden' });
      }
      if (order.paymentTerms === null) {
        return excluded({ code: 'no_payment_terms' });
      }
      return planned([step, ...mirror, ...reprocessSteps(order, [step, ...mirror])]);
    };
  },
};
