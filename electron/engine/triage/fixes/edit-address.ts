import { territoryOf } from '../../../../shared/domain/french-territory.ts';
import type { AddressPatch } from '../../../../shared/domain/write.ts';
import { evidenceOf, excluded, planned, type FixDefinition, type PlanOrder } from './definition.ts';
import { addressRefusal, addressSteps } from './address-steps.ts';

/**
 * Sets address fields by hand, then reprocesses. *Added* for addresses that need more than a postal code, which is all
 * the seed names. Only fields that differ are sent; a field set to nothing is emptied. Without any field each order takes
 * what is known of it: its own words spread over both lines, and the country that its postal code is of, which may be
 * another one of France's though the code has the right form (`97400` under FR is of Réunion).
 */
export const editAddress: FixDefinition<'edit_address'> = {
  for: 'any',
  plan:
    ({ params }) =>
    (it) => {
      const { order } = it;
      const given = Object.values(params).some((value) => value !== undefined);
      const set = given ? params : suggestedFor(it);
      if (set === null) return excluded({ code: 'no_address_suggested' });
      const refusal = addressRefusal(order, set);
      if (refusal !== null) return excluded(refusal);
      if (order.shippingAddress === null && !(set.address1 && set.city && set.countryCode)) {
        return excluded({ code: 'address_incomplete' });
      }
      const drafts = addressSteps(order, set);
      return drafts.length === 0 ? excluded({ code: 'address_same' }) : planned(drafts);
    },
};

function suggestedFor(it: PlanOrder): AddressPatch | null {
  const split = evidenceOf(it, 'address_too_long')?.split;
  const address = it.order.shippingAddress;
  const territory = territoryOf(address?.zip ?? '', address?.countryCode?.toUpperCase() ?? '');
  if (!split && !territory) return null;
  return { ...split, ...(territory ? { countryCode: territory } : {}) };
}
