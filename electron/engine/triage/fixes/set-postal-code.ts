import type { Exclusion } from '../../../../shared/domain/exclusion.ts';
import { evidenceOf, excluded, planned, type FixDefinition } from './definition.ts';
import { addressRefusal, addressSteps } from './address-steps.ts';

/**
 * Sets the missing postal code, then reprocesses (seed, “Invalid Destination: Postal must be set for this country”:
 * « cliquez sur le crayon et ajoutez un code postal »). Without `zip` each order takes the one suggested
 * from its city, or its own in the spelling that its country wants.
 */
export const setPostalCode: FixDefinition<'set_postal_code'> = {
  for: ['postal_code_missing', 'postal_code_invalid'],
  plan:
    ({ params }) =>
    (it) => {
      const { order } = it;
      const zip =
        params.zip ??
        evidenceOf(it, 'postal_code_missing')?.suggestion?.zip ??
        evidenceOf(it, 'postal_code_invalid')?.suggestion?.zip;
      if (zip === undefined) return excluded({ code: 'no_zip_suggested' });
      const refusal: Exclusion | null = order.redacted.includes('zip')
        ? { code: 'zip_hidden' }
        : addressRefusal(order, { zip });
      if (refusal !== null) return excluded(refusal);
      if (order.shippingAddress === null) {
        return excluded({ code: 'no_address' });
      }
      const drafts = addressSteps(order, { zip });
      return drafts.length === 0 ? excluded({ code: 'zip_same', zip }) : planned(drafts);
    },
};
