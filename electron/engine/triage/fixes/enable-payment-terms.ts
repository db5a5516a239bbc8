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
    const step = draft({
      op: 'platform_step',
      step: 'payment_terms',
      what: 'On the platform, under Shop integrations, turn on Synchronize orders with payment terms',
    });
    const mirror = store.ctx.settings.paymentTerms
      ? []
      : [draft({ op: 'store_payment_terms_set', set: true, base: false }, [step])];
    return ({ order }) => {
      if (order.redacted.includes('paymentTerms')) {
        return excluded('Shopify hides its payment terms from this app: grant the scope read_payment_terms.');
      }
      if (order.paymentTerms === null) {
        return excluded(
          'It has no payment terms, so the option would not let it through: send a payment reminder.',
        );
      }
      return planned([step, ...mirror, ...reprocessSteps(order, [step, ...mirror])]);
    };
  },
};
