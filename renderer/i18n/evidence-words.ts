import type { Diagnosis, Evidence } from '../../shared/domain/diagnosis.ts';
import type { AddedErrorType, ErrorType } from '../../shared/domain/error-type.ts';
import type { Format } from './format.ts';

/** One diagnosis in words, for a row and for a pane. */
export interface Words {
  /** The one thing to blame, as short as it goes: a tag, a variant, a country. */
  readonly culprit: string;
  /** What more fits beside it in a row: who set it, when. */
  readonly detail: string;
  /** The whole of it in one sentence that names the culprit. */
  readonly sentence: string;
}

/** How to write numbers, and the present to reckon times from (UTC ms). */
export interface Voice {
  readonly format: Format;
  readonly now: number;
}

export type { AddedErrorType };

/** How one language tells the evidence of each error type. */
export type EvidenceWords = {
  readonly [T in ErrorType]: (evidence: Evidence<T>, voice: Voice) => Words;
};

export function wordsFor(words: EvidenceWords, diagnosis: Diagnosis, voice: Voice): Words {
  switch (diagnosis.type) {
    case 'order_cancelled':
      return words.order_cancelled(diagnosis.evidence, voice);
    case 'order_already_fulfilled':
      return words.order_already_fulfilled(diagnosis.evidence, voice);
    case 'ignored_by_tag':
      return words.ignored_by_tag(diagnosis.evidence, voice);
    case 'payment_pending':
      return words.payment_pending(diagnosis.evidence, voice);
    case 'awaiting_global_e_approval':
      return words.awaiting_global_e_approval(diagnosis.evidence, voice);
    case 'destination_not_whitelisted':
      return words.destination_not_whitelisted(diagnosis.evidence, voice);
    case 'no_shippable_product':
      return words.no_shippable_product(diagnosis.evidence, voice);
    case 'product_not_found':
      return words.product_not_found(diagnosis.evidence, voice);
    case 'product_not_linked':
      return words.product_not_linked(diagnosis.evidence, voice);
    case 'postal_code_missing':
      return words.postal_code_missing(diagnosis.evidence, voice);
    case 'postal_code_invalid':
      return words.postal_code_invalid(diagnosis.evidence, voice);
    case 'address_incomplete':
      return words.address_incomplete(diagnosis.evidence, voice);
    case 'address_too_long':
      return words.address_too_long(diagnosis.evidence, voice);
    case 'contact_invalid':
      return words.contact_invalid(diagnosis.evidence, voice);
    case 'shipping_method_unmapped':
      return words.shipping_method_unmapped(diagnosis.evidence, voice);
    case 'pickup_point_missing':
      return words.pickup_point_missing(diagnosis.evidence, voice);
    case 'tax_id_missing':
      return words.tax_id_missing(diagnosis.evidence, voice);
    case 'out_of_stock':
      return words.out_of_stock(diagnosis.evidence, voice);
    case 'duplicate_order':
      return words.duplicate_order(diagnosis.evidence, voice);
    case 'unknown':
      return words.unknown(diagnosis.evidence, voice);
  }
}

/** `Carafe`, or `Carafe +2` when it is not the only one. */
export function firstOf(titles: readonly string[]): string {
  const [first = '', ...more] = titles;
  return more.length === 0 ? first : `${first} +${more.length}`;
}
