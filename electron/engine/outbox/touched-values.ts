import { assertNever } from '../../../shared/domain/assert-never.ts';
import type { WriteRecord } from './write-record.ts';

/** What a write touched, as it was and as it is; null: nothing, or nobody knows. Plain JSON, for the audit trail. */
interface TouchedValues {
  readonly before: unknown;
  readonly after: unknown;
}

/** The touched values of a write that took effect; both null where it changed nothing. */
export function touchedValues({ op, before, effect, evidence }: WriteRecord): TouchedValues {
  switch (op.op) {
    case 'order_tags_add':
    case 'product_tags_add':
      return effect?.effect === 'tags' ? { before: { tags: [] }, after: { tags: effect.tags } } : NOTHING;
    case 'order_tags_remove':
    case 'product_tags_remove':
      return effect?.effect === 'tags' ? { before: { tags: effect.tags }, after: { tags: [] } } : NOTHING;
    case 'order_address_set':
    case 'order_contact_set':
      return effect?.effect === 'address' || effect?.effect === 'contact'
        ? { before: effect.before, after: effect.after }
        : NOTHING;
    case 'variant_requires_shipping_set':
      return effect?.effect === 'requires_shipping'
        ? { before: { requiresShipping: effect.before }, after: { requiresShipping: op.set } }
        : NOTHING;
    case 'variant_link_set':
      return effect?.effect === 'link'
        ? { before: { link: effect.before }, after: { link: op.set } }
        : NOTHING;
    case 'variant_sku_set':
      return effect?.effect === 'sku' ? { before: { sku: effect.before }, after: { sku: op.set } } : NOTHING;
    case 'store_countries_set':
      return effect?.effect === 'countries'
        ? { before: { countries: effect.before }, after: { countries: op.set } }
        : NOTHING;
    case 'store_payment_terms_set':
      return effect?.effect === 'payment_terms'
        ? { before: { paymentTerms: effect.before }, after: { paymentTerms: op.set } }
        : NOTHING;
    case 'store_shipping_methods_set':
      return effect?.effect === 'shipping_methods'
        ? { before: { shippingMethods: effect.before }, after: { shippingMethods: op.set } }
        : NOTHING;
    case 'order_snooze':
      return { before: { mark: markBefore(effect) }, after: { mark: { kind: 'snoozed', until: op.until } } };
    case 'order_dismiss':
      return {
        before: { mark: markBefore(effect) },
        after: { mark: { kind: 'dismissed', reason: op.reason } },
      };
    case 'order_restore':
      return { before: { mark: markBefore(effect) }, after: { mark: null } };
    // What these read before they were sent, or what is known of what they made, is all that there is to tell.
    case 'order_mark_as_paid':
      return { before, after: { status: 'PAID' } };
    case 'fulfillment_cancel':
      return { before, after: { status: 'CANCELLED' } };
    case 'order_edit':
      return { before: null, after: { changes: op.changes } };
    case 'order_create':
      return { before: null, after: evidence };
    case 'payment_reminder_send':
    case 'order_invoice_send':
      return { before: null, after: { mailed: true } };
    case 'platform_step':
      return { before: null, after: op.does };
    default:
      return assertNever(op);
  }
}

const NOTHING: TouchedValues = { before: null, after: null };

const markBefore = (effect: WriteRecord['effect']): unknown =>
  effect?.effect === 'mark' ? effect.before : null;
