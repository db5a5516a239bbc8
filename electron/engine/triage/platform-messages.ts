import type { ErrorType } from '../../../shared/domain/error-type.ts';

export interface PlatformMessage {
  /** `unknown` where no wording matches: the text is kept, never dropped. */
  readonly type: ErrorType;
  /** Variant or product numbers that the message names, each once, in order; only where it speaks of products. */
  readonly ids: readonly string[];
  /** The text as the platform gave it. */
  readonly raw: string;
}

/** Numbers that may stand inside a wording: `Product 47563746279730 not linked`. */
const NAMED = String.raw`(?: [^a-z]*\d[^a-z]*)?`;

/**
 * The platform's wordings (seed, “Résolvez l'erreur”, whose headings are the messages), matched on lower-case text with
 * single spaces, with anything before and after.
 */
const WORDINGS: readonly { readonly type: ErrorType; readonly pattern: RegExp }[] = [
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
