import type { ContactPatch } from '../../../../shared/domain/write.ts';
import { addressRefusal, addressSteps } from './address-steps.ts';
import { draft, evidenceOf, excluded, planned, type Draft, type FixDefinition } from './definition.ts';
import { reprocessSteps } from './reprocess-steps.ts';

/**
 * Sets the phone number where the faulty one stands (in the address, else on the order itself) and the order's e-mail
 * address, then reprocesses. *Added* (Bigblue, article 321: “try adding the phone number's correct country code”).
 * Without `phone` and `email` each order takes what can be told from its own.
 */
export const editContact: FixDefinition<'edit_contact'> = {
  for: ['contact_invalid'],
  plan:
    ({ params }) =>
    (it) => {
      const { order } = it;
      const faults = evidenceOf(it, 'contact_invalid')?.faults ?? [];
      const given = params.phone !== undefined || params.email !== undefined;
      const suggested = (field: 'phone' | 'email') =>
        given ? undefined : (faults.find((fault) => fault.field === field)?.suggestion ?? undefined);
      const phone = params.phone ?? suggested('phone');
      const email = params.email ?? suggested('email');
      if (phone === undefined && email === undefined) return excluded({ code: 'no_contact_suggested' });

      const fault = faults.find(({ field }) => field === 'phone');
      const inAddress = fault ? fault.on === 'address' : Boolean(order.shippingAddress?.phone);
      const drafts: Draft[] = [];
      if (phone !== undefined && inAddress) {
        const refusal = addressRefusal(order, { phone });
        if (refusal !== null) return excluded(refusal);
        drafts.push(...addressSteps(order, { phone }).slice(0, 1));
      }
      const set: ContactPatch = {
        ...(email !== undefined && email !== order.email ? { email } : {}),
        ...(phone !== undefined && !inAddress && phone !== order.phone ? { phone } : {}),
      };
      if (set.email !== undefined || set.phone !== undefined) {
        const base: ContactPatch = {
          ...(set.email === undefined ? {} : { email: order.email }),
          ...(set.phone === undefined ? {} : { phone: order.phone }),
        };
        drafts.push(draft({ op: 'order_contact_set', order: order.gid, set, base }));
      }
      if (drafts.length === 0) return excluded({ code: 'contact_same' });
      const left = faults.some(({ field }) => (field === 'phone' ? phone : email) === undefined);
      return planned([...drafts, ...reprocessSteps(order, drafts)], left);
    },
};
