import { excluded, planned, type FixDefinition } from './definition.ts';
import { addressRefusal, addressSteps } from './address-steps.ts';

/**
 * Sets address fields by hand, then reprocesses. *Added* for addresses that need more than a postal code, which is all
 * the seed names. Only fields that differ are sent; a field set to nothing is emptied.
 */
export const editAddress: FixDefinition<'edit_address'> = {
  for: 'any',
  plan:
    ({ params }) =>
    ({ order }) => {
      const refusal = addressRefusal(order, params);
      if (refusal !== null) return excluded(refusal);
      if (order.shippingAddress === null && !(params.address1 && params.city && params.countryCode)) {
        return excluded({ code: 'address_incomplete' });
      }
      const drafts = addressSteps(order, params);
      return drafts.length === 0 ? excluded({ code: 'address_same' }) : planned(drafts);
    },
};
