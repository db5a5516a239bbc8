import { evidenceOf, excluded, planned, type FixDefinition } from './definition.ts';
import { addressRefusal, addressSteps } from './address-steps.ts';

/**
 * Sets the missing postal code, then reprocesses (seed, “Invalid Destination: Postal must be set for this country”:
 * « cliquez sur le crayon et ajoutez un code postal »). Without `zip` each order takes the one suggested from its city.
 */
export const setPostalCode: FixDefinition<'set_postal_code'> = {
  for: ['postal_code_missing'],
  plan:
    ({ params }) =>
    (it) => {
      const { order } = it;
      const zip = params.zip ?? evidenceOf(it, 'postal_code_missing')?.suggestion?.zip;
      if (zip === undefined)
        return excluded('No postal code is suggested for its city: give one with --set zip=….');
      const refusal = order.redacted.includes('zip')
        ? 'Shopify hides its postal code from this app, so it may not be missing: set it in Shopify.'
        : addressRefusal(order, { zip });
      if (refusal !== null) return excluded(refusal);
      if (order.shippingAddress === null) {
        return excluded('It has no shipping address: give it one with the fix edit_address.');
      }
      const drafts = addressSteps(order, { zip });
      return drafts.length === 0
        ? excluded(`Its postal code already is ${zip}: reprocess it.`)
        : planned(drafts);
    },
};
