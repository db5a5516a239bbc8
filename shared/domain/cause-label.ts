import { assertNever } from './assert-never.ts';
import { IGNORE_TAG } from './error-type.ts';
import type { CauseSubject } from './root-cause.ts';

/** A root cause in a few English words, for the command line, reports and the English page: `Carafe (CAR-1) is not linked`. */
export function causeLabel(subject: CauseSubject): string {
  switch (subject.kind) {
    case 'tagger':
      return subject.by === null ? 'Tagged by somebody not known' : `Tagged by ${subject.by}`;
    case 'fulfiller':
      return subject.by === null ? 'Fulfilled by hand' : `Fulfilled by ${subject.by}`;
    case 'payment_terms':
      return 'Orders with payment terms do not sync';
    case 'gateways':
      return subject.gateways.length === 0
        ? 'Not paid, no payment gateway'
        : `Not paid through ${lists.format(subject.gateways)}`;
    case 'country':
      return `${countryName(subject.country)} does not sync`;
    case 'place': {
      const country = countryName(subject.country);
      return `${subject.place === null ? country : `${subject.place}, ${country}`}: no postal code`;
    }
    case 'unshippable_item':
      return `${titleAndSku(subject)} ${UNSHIPPABLE[subject.why]}`;
    case 'lost_product':
      return `${titleAndSku(subject)} no longer exists in Shopify`;
    case 'unlinked_variant':
      return `${titleAndSku(subject)} ${subject.link === 'inactive' ? 'has an inactive link' : 'is not linked'}`;
    case 'address_fault':
      return `${countryName(subject.country)}: ${ADDRESS_FAULTS[subject.fault]}`;
    case 'territory':
      return `${countryName(subject.territory)}, entered as ${countryName(subject.country)}`;
    case 'shipping_method':
      return `${subject.method}: ${subject.fault === 'unmapped' ? 'method not mapped' : 'no pick-up point'}`;
    case 'short_item':
      return `${titleAndSku(subject)} is out of stock`;
    case 'message':
      return subject.message;
    default:
      return assertNever(subject);
  }
}

const ADDRESS_FAULTS = {
  zip_format: 'postal codes not valid',
  incomplete: 'addresses incomplete',
  too_long: 'address lines too long',
  contact: 'phone numbers or e-mails not valid',
  tax_id: 'no tax number',
} as const;

const UNSHIPPABLE = {
  not_physical: 'is not a physical product',
  ignored_product: `has the product tag ${IGNORE_TAG}`,
  stale_order: 'needed no shipping when ordered',
} as const;

/** How a product is told from its namesakes: `Carafe (CAR-1)`. */
export function titleAndSku({ title, sku }: { readonly title: string; readonly sku: string | null }): string {
  return sku === null || sku === '' ? title : `${title} (${sku})`;
}

const lists = new Intl.ListFormat('en');
const countries = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' });

/** `JP` → `Japan`; what is no ISO 3166-1 alpha-2 code stays as it is. */
function countryName(code: string): string {
  return /^[A-Z]{2}$/.test(code) ? (countries.of(code) ?? code) : code;
}
