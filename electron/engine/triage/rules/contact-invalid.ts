import type { Evidence } from '../../../../shared/domain/diagnosis.ts';
import type { Order } from '../../../../shared/domain/order.ts';
import { UNKNOWN_COUNTRY } from '../country.ts';
import { emailMeant, isEmail } from '../email.ts';
import { phoneFault } from '../phone.ts';
import type { Rule } from '../rule.ts';

type Fault = Evidence<'contact_invalid'>['faults'][number];

/**
 * *Added* (Bigblue, article 321, “Phone number not valid?”, and 322, “Contact details: phone number, email”): a phone
 * number or an e-mail address that cannot be one. The address's number goes before the order's, as on a label. What is
 * not there, or withheld, is no error: not every carrier calls. Orders that are not shipped have nobody to be called.
 * Root cause: the country, since one checkout field lets such numbers of a country through.
 */
export const contactInvalid: Rule<'contact_invalid'> = {
  find: (order) => {
    if (order.shippingAddress === null) return null;
    const faults = faultsOf(order);
    return faults.length === 0 ? null : { country: countryOf(order), faults };
  },
  told: (order) => ({ country: countryOf(order), faults: faultsOf(order) }),
  causes: ({ country }) => [
    {
      key: `contact_invalid:${country ?? UNKNOWN_COUNTRY}`,
      subject: { kind: 'address_fault', country: country ?? UNKNOWN_COUNTRY, fault: 'contact' },
      entity: null,
      fix: 'edit_contact',
      alone: true,
    },
  ],
};

function countryOf(order: Order): string | null {
  return order.shippingAddress?.countryCode?.toUpperCase() ?? null;
}

function faultsOf(order: Order): Fault[] {
  const faults: Fault[] = [];
  const phone = order.redacted.includes('phone') ? null : phoneOf(order);
  const verdict = phone && phoneFault(phone.value, countryOf(order));
  if (phone && verdict) faults.push({ field: 'phone', ...phone, ...verdict });
  const email = order.redacted.includes('email') ? null : order.email?.trim();
  if (email && !isEmail(email))
    faults.push({
      field: 'email',
      on: 'order',
      value: email,
      why: 'not_valid',
      suggestion: emailMeant(email),
    });
  return faults;
}

function phoneOf(order: Order): { readonly on: 'address' | 'order'; readonly value: string } | null {
  const address = order.shippingAddress?.phone?.trim();
  if (address) return { on: 'address', value: address };
  const own = order.phone?.trim();
  return own ? { on: 'order', value: own } : null;
}
