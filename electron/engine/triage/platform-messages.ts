import type { ErrorType } from '../../../shared/domain/error-type.ts';

export interface PlatformMessage {
  /** `unknown` where no wording matches: the text is kept, never dropped. */
  readonly type: ErrorType;
  /** Variant or product numbers that the message names, each once, in order; only where it speaks of products. */
  readonly ids: readonly string[];
  /** The text as the platform gave it. */
  readonly raw: string;
}

interface Wording {
  readonly type: ErrorType;
  readonly pattern: RegExp;
}

/** Numbers that may stand inside a wording: `Product 47563746279730 not linked`. */
const NAMED = String.raw`(?: [^a-z]*\d[^a-z]*)?`;

/**
 * Wordings beside the seed's. Those of phone numbers, shipping methods and pick-up points are Bigblue's own (articles 321
 * and 322); the others of that list are given there by what is wrong, and matched by it.
 */
const ADDED_WORDINGS: readonly Wording[] = [
  {
    type: 'postal_code_invalid',
    pattern:
      /\b(?:postal ?code|post ?code|zip(?: code)?)(?: [^.:;]{0,40})? (?:is |are )?(?:not valid|invalid)\b|\binvalid (?:postal|zip|post) ?code\b/,
  },
  {
    type: 'contact_invalid',
    pattern:
      /\bphone number(?: country code)? (?:is (?:not a valid|not valid|invalid|too (?:long|short))|does not exist)/,
  },
  {
    type: 'contact_invalid',
    pattern: /\b(?:e-?mail(?: address)? (?:is )?(?:not valid|invalid)|invalid (?:e-?mail|phone))\b/,
  },
  { type: 'address_too_long', pattern: /\b(?:address(?: line ?\d?)?|street) (?:is )?(?:too long|exceeds)\b/ },
  {
    type: 'address_incomplete',
    pattern:
      /\b(?:address (?:is )?incomplete|incomplete address|missing (?:street|city|address|recipient name))\b|\b(?:street|city|address) (?:is missing|must be set)\b/,
  },
  {
    type: 'shipping_method_unmapped',
    pattern: /\bshipping method (?:[^.]{0,60} )?(?:is |was )?not (?:been )?mapped\b/,
  },
  { type: 'pickup_point_missing', pattern: /\bmissing pick-? ?up point\b|\bpick-? ?up ?point is missing\b/ },
  {
    type: 'tax_id_missing',
    pattern:
      /\b(?:tax identification number|tax id|nif|vat number)(?: or nif)? (?:is )?(?:missing|required|must be set)\b|\bmissing (?:tax id|nif|tax identification number)/,
  },
  {
    type: 'out_of_stock',
    pattern: /\b(?:out of stock|back ?-?order(?:ed)?|insufficient (?:stock|inventory))\b/,
  },
  {
    type: 'duplicate_order',
    pattern: /\bduplicated? (?:of )?order\b|\border (?:already exists|is a duplicate)\b/,
  },
];

/**
 * The platform's wordings (seed, “Résolvez l'erreur”, whose headings are the messages), matched on lower-case text with
 * single spaces, with anything before and after.
 */
const WORDINGS: readonly Wording[] = [
  { type: 'product_not_linked', pattern: new RegExp(`\\bproducts?${NAMED} (?:is |are )?not linked\\b`) },
  { type: 'product_not_found', pattern: new RegExp(`\\bproducts?${NAMED} (?:is |was |were )?not found\\b`) },
  { type: 'no_shippable_product', pattern: /\bno shippable products?\b/ },
  { type: 'awaiting_global_e_approval', pattern: /\bwaiting for global ?-? ?e approval\b/ },
  {
    type: 'payment_pending',
    pattern: /\bfinancial status is (?:pending|authorized|partially[ _]paid|unpaid|expired|voided)\b/,
  },
  { type: 'destination_not_whitelisted', pattern: /\bdestination (?:country )?is not white ?-?listed\b/ },
  { type: 'order_cancelled', pattern: /\border (?:is |was |has been )?cancell?ed(?: on shopify)?\b/ },
  {
    type: 'order_already_fulfilled',
    pattern: /\border (?:is |was |has been )?already fulfill?ed(?: on shopify)?\b/,
  },
  { type: 'ignored_by_tag', pattern: /\border has (?:the )?tag ["'“‘]?bigblue ?- ?ignore\b/ },
  // The platform's own list shortens it: “Invalid Destination: Postal...”.
  {
    type: 'postal_code_missing',
    pattern: /\binvalid destination ?: ?postal(?: code)?(?: must be set\b|\.{3}|…|$)/,
  },
  ...ADDED_WORDINGS,
];

const NAMES_PRODUCTS: ReadonlySet<ErrorType> = new Set<ErrorType>([
  'product_not_linked',
  'product_not_found',
  'no_shippable_product',
]);

/** Shopify's ids have ten digits and more; six keeps quantities and years out. */
const ID = /(?<!\d)\d{6,}(?!\d)/g;

/**
 * Reads the platform's sync message, whatever its case, spacing and trailing detail. Where several wordings occur, the
 * first in the text counts: what follows it is detail.
 */
export function parsePlatformMessage(text: string): PlatformMessage {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[‐‑–—]/g, '-')
    .trim();
  const first = WORDINGS.flatMap(({ type, pattern }) => {
    const at = pattern.exec(plain)?.index;
    return at === undefined ? [] : [{ type, at }];
  }).toSorted((a, b) => a.at - b.at)[0];
  const type = first?.type ?? 'unknown';
  const ids = NAMES_PRODUCTS.has(type) ? [...new Set(plain.match(ID) ?? [])] : [];
  return { type, ids, raw: text };
}
