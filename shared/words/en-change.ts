import { assertNever } from '../domain/assert-never.ts';
import type { ChangedField, ChangedValue } from '../domain/field-change.ts';
import type { CountryList } from '../domain/store.ts';
import type { Voice } from './voice.ts';

/** The name of a field that a plan changes: `variant 7 SKU`. */
export function changedFieldInEnglish(it: ChangedField, voice: Voice): string {
  switch (it.code) {
    case 'tag':
      return 'tag';
    case 'product_tag':
      return `product ${it.product} tag`;
    case 'address':
      return voice.addressField(it.field);
    case 'contact':
      return it.field === 'email' ? 'e-mail address' : 'phone number';
    case 'physical':
      return `variant ${it.variant} physical product`;
    case 'link':
      return `variant ${it.variant} link`;
    case 'sku':
      return `variant ${it.variant} SKU`;
    case 'item':
      return 'item';
    case 'quantity':
      return it.item === null ? 'quantity of an item that is gone' : `quantity of ${it.item}`;
    case 'shipping_method':
      return 'shipping method';
    case 'payment':
      return 'payment';
    case 'payment_reminder':
      return 'payment reminder';
    case 'invoice':
      return 'invoice';
    case 'fulfillment':
      return `fulfilment ${it.fulfillment}`;
    case 'new_order':
      return 'new order';
    case 'on_platform':
      return 'on the platform';
    case 'countries':
      return 'countries';
    case 'payment_terms':
      return 'orders with payment terms sync';
    case 'shipping_methods':
      return 'mapped shipping methods';
    case 'snoozed_until':
      return 'snoozed until';
    case 'dismissed':
      return 'dismissed';
    case 'on_board':
      return 'on the board';
    default:
      return assertNever(it);
  }
}

const STEPS = {
  countries: 'countries for order sync changed',
  payment_terms: 'orders with payment terms sync',
  shipping_methods: 'shipping method mapped',
  link_file: 'variant linked',
} as const;

/** A value before or after a change. */
export function changedValueInEnglish(it: ChangedValue, { moment, money }: Voice): string {
  if (typeof it === 'string') return it;
  switch (it.code) {
    case 'yes_no':
      return it.yes ? 'yes' : 'no';
    case 'inactive_link':
      return `${it.product} (not active)`;
    case 'status':
      return it.status;
    case 'sent':
      return 'sent';
    case 'items':
      return `${it.quantity} × ${it.title}`;
    case 'variants':
      return `${it.quantity} × variant ${it.variant}`;
    case 'shipping':
      return `${it.title} (${money(it.price)})`;
    case 'copy':
      return `copy with shipping method ${it.shippingTitle}`;
    case 'step_done':
      return STEPS[it.step];
    case 'countries':
      return countriesInEnglish(it.list);
    case 'methods':
      return it.methods.length === 0 ? 'none' : it.methods.join(', ');
    case 'moment':
      return moment(it.at);
    case 'taken_back':
      return 'taken back';
    case 'recreated':
      return 'recreated as a new order';
    default:
      return assertNever(it);
  }
}

/** A country list as people read it: `only FR, BE` or `all but US`. */
export function countriesInEnglish({ mode, countries }: CountryList): string {
  if (countries.length === 0) return mode === 'allow' ? 'none' : 'all';
  return `${mode === 'allow' ? 'only' : 'all but'} ${countries.join(', ')}`;
}
