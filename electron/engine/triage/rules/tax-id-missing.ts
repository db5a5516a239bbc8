import { hasAttribute } from '../attributes.ts';
import { UNKNOWN_COUNTRY } from '../country.ts';
import type { Rule } from '../rule.ts';

/** Additional details that hold a tax number: `VAT number`, `CPF`, `NIF`, `PCCC`, `EORI`, `Codice fiscale` … */
const TAX_ID =
  /\b(?:tax|vat|tva|nif|nie|cpf|cnpj|rut|rfc|pccc|eori|ioss|siret|gstin?|pan)\b|fiscal|customs.?(?:code|id)/i;

/**
 * *Added* (Bigblue, article 322: “tax identification number or NIF”): customs of the country want the buyer's tax number
 * and the order has none among its additional details. The countries are a store setting; without it the rule is off.
 */
export const taxIdMissing: Rule<'tax_id_missing'> = {
  find: (order, { settings: { taxIdCountries } }) => {
    if (taxIdCountries === null || order.redacted.includes('shippingAddress')) return null;
    const country = order.shippingAddress?.countryCode?.toUpperCase();
    if (!country || !taxIdCountries.includes(country)) return null;
    return hasAttribute(order, TAX_ID) === false ? { country } : null;
  },
  told: ({ shippingAddress }) => ({
    country: shippingAddress?.countryCode?.toUpperCase() ?? UNKNOWN_COUNTRY,
  }),
  causes: ({ country }) => [
    {
      key: `tax_id_missing:${country}`,
      subject: { kind: 'address_fault', country, fault: 'tax_id' },
      entity: null,
      fix: 'reprocess',
      alone: true,
    },
  ],
};
