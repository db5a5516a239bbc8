import { type Address, ADDRESS_FIELDS } from '../../../../shared/domain/order.ts';
import type { AddressPatch } from '../../../../shared/domain/write.ts';
import type { MailingAddressInput } from '../admin-operations.generated.ts';

/**
 * An address as Shopify's input takes it: the current one with `set` over it. A field that is empty now and not
 * touched is left out: null there may stand for what Shopify hides.
 */
export function mailingAddress(current: Address, set: AddressPatch): MailingAddressInput {
  const fields = ADDRESS_FIELDS.flatMap((field): [string, string | null][] => {
    const wanted = set[field];
    if (wanted !== undefined) return [[field, wanted]];
    const kept = current[field];
    return kept === null ? [] : [[field, kept]];
  });
  // Country codes are checked by Shopify: a wrong one comes back as a userError.
  return Object.fromEntries(fields);
}
