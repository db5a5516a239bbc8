import type { Evidence, ZipCorrection } from '../../../../shared/domain/diagnosis.ts';
import { territoryOf } from '../../../../shared/domain/french-territory.ts';
import type { Order } from '../../../../shared/domain/order.ts';
import type { TriageContext } from '../context.ts';
import { UNKNOWN_COUNTRY } from '../country.ts';
import { zipFits, zipInFormat } from '../postal-format.ts';
import type { Rule } from '../rule.ts';

/**
 * *Added* (domain.md; Bigblue, article 322: “Address: street, postcode, city”): there is a postal code, but not of the
 * form that the country's codes have (`postcode-validator`). Codes of France's territories under FR have that form: they
 * are no error, the order pane suggests the territory. Never where Shopify withholds the postal code.
 * Root cause: the country, since a form or a marketplace that lets such codes through does so for all; a territory its own.
 */
export const postalCodeInvalid: Rule<'postal_code_invalid'> = {
  find: (order, ctx) => {
    const { shippingAddress: address, redacted } = order;
    if (!address?.countryCode || !address.zip || (redacted.length > 0 && hidden(order))) return null;
    if (address.zip.trim() === '' || zipFits(address.zip, address.countryCode.toUpperCase())) return null;
    return evidence(order, ctx);
  },
  told: (order, ctx) => evidence(order, ctx),
  causes: ({ country, territory }) => [
    territory === null
      ? {
          key: `postal_code_invalid:${country}`,
          subject: { kind: 'address_fault', country, fault: 'zip_format' },
          entity: null,
          fix: 'set_postal_code',
          alone: true,
        }
      : {
          key: `postal_code_invalid:${country}:${territory}`,
          subject: { kind: 'territory', country, territory },
          entity: null,
          fix: 'edit_address',
          alone: true,
        },
  ],
};

function hidden({ redacted }: Order): boolean {
  return redacted.includes('zip') || redacted.includes('shippingAddress');
}

function evidence(order: Order, ctx: TriageContext): Evidence<'postal_code_invalid'> {
  const address = order.shippingAddress;
  const country = address?.countryCode?.toUpperCase() ?? UNKNOWN_COUNTRY;
  const zip = address?.zip?.trim() ?? '';
  return {
    country,
    city: address?.city ?? null,
    zip,
    territory: territoryOf(zip, country),
    suggestion: suggestionFor(order, ctx, zip, country),
  };
}

/** The same code in the right form, else the code of an earlier order as for one that is missing. */
function suggestionFor(order: Order, ctx: TriageContext, zip: string, country: string): ZipCorrection | null {
  const inFormat = zip === '' ? null : zipInFormat(zip, country);
  if (inFormat !== null && inFormat !== zip) return { zip: inFormat, from: 'format' };
  const known = ctx.suggestZip(order);
  return known !== null && known.zip !== zip && zipFits(known.zip, country) ? known : null;
}
