import { zipFormats } from '../admin-api/mutations/address.ts';
import { countries } from '../merchants/countries.ts';
import type { ErrorType } from '../merchants/order-plan.ts';
import type { ProductLink } from '../merchants/catalogue-seed.ts';
import type { Catalogue, Variant } from '../shop/catalogue.ts';
import type { LineItem, Order } from '../shop/order.ts';
import { fulfillmentStatusOf } from '../shop/order-facts.ts';
import { hasTag } from '../shop/shop.ts';

/** The platform's own shop settings of one store (seed text: "Countries for order sync", "Synchronize orders with payment terms"). */
export interface PlatformSettings {
  syncCountries: { mode: 'allow' | 'deny'; countries: readonly string[] };
  syncPaymentTerms: boolean;
  /** Shipping methods that are mapped to one of its own, by title. */
  shippingMethods: readonly string[];
  /** Those that deliver to a pick-up point. */
  pickupMethods: readonly string[];
  taxIdCountries: readonly string[];
}

/** What the platform knows of the shop's products when it looks at an order. */
export interface ProductView {
  readonly catalogue: Catalogue;
  linkOf(variant: Variant): ProductLink | null;
  /** Which id its messages carry. */
  readonly messageId: 'variant' | 'product';
}

export type Verdict =
  | { readonly taken: true }
  | { readonly taken: false; readonly error: ErrorType; readonly message: string };

/** Countries whose parcels need a postal code, in the platform's opinion. */
const postalCountries = new Set(
  'AT AU BE BG CA CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IT JP LT LU LV MT NL NO PL PT RO SE SI SK US'.split(
    ' ',
  ),
);

/** Characters of an address line on a label. */
const LINE = 35;

const notPaid = new Set(['PENDING', 'AUTHORIZED', 'PARTIALLY_PAID', 'EXPIRED', 'VOIDED']);

/**
 * Whether the platform takes an order in, and its sync message if not: the ten messages of the seed text
 * ("Résoudre les problèmes de synchronisation"), one rule each, in its wording, then what its articles 321 and 322 add.
 * Written from those texts alone, so
 * that the app's own diagnosis is measured against something it did not produce.
 */
export function judge(order: Order, products: ProductView, settings: PlatformSettings): Verdict {
  if (order.cancelledAt !== null) return refuse('order_cancelled', 'Order cancelled on Shopify');
  if (fulfillmentStatusOf(order) === 'FULFILLED')
    return refuse('order_already_fulfilled', 'Order already fulfilled on Shopify');
  if (hasTag(order.tags, 'bigblue-ignore')) return refuse('ignored_by_tag', 'Order has tag bigblue-ignore');
  if (notPaid.has(order.financialStatus) && !(settings.syncPaymentTerms && order.paymentTerms !== null))
    return refuse('payment_pending', 'Financial status is pending');
  if (isGlobalE(order) && !hasTag(order.tags, 'Globale::Approved'))
    return refuse('awaiting_global_e_approval', 'Waiting for global-e approval');
  if (!isServed(order, settings))
    return refuse('destination_not_whitelisted', 'Destination is not whitelisted');
  return (
    judgeItems(order, products) ??
    judgeAddress(order) ??
    judgeDelivery(order, settings) ??
    (order.backordered ? refuse('out_of_stock', 'Out of stock') : { taken: true })
  );
}

function judgeItems(order: Order, products: ProductView): Verdict | null {
  const open = order.items.filter((item) => item.currentQuantity > 0);
  const gone = open.filter(
    (item) => item.nonFulfillableQuantity < item.currentQuantity && isGone(item, products.catalogue),
  );
  const shippable = open.flatMap((item) => shippableVariantOf(item, order, products.catalogue) ?? []);
  if (shippable.length === 0 && gone.length === 0)
    return refuse('no_shippable_product', 'No shippable product');
  const [missing] = gone;
  if (missing !== undefined) {
    // A custom item has no product: the message then carries the item's own temporary id.
    const id = (products.messageId === 'variant' ? missing.variantId : missing.productId) ?? missing.id;
    return refuse('product_not_found', `Product not found: Product ${id}`);
  }
  const unlinked = shippable.find((variant) => products.linkOf(variant)?.active !== true);
  if (unlinked === undefined) return null;
  const id = products.messageId === 'variant' ? unlinked.id : unlinked.productId;
  return refuse('product_not_linked', `Product not linked: Product ${id}`);
}

function judgeAddress(order: Order): Verdict | null {
  const address = order.shippingAddress;
  if (address?.countryCode == null) return null;
  const zip = address.zip?.trim() ?? '';
  if (zip === '' && postalCountries.has(address.countryCode))
    return refuse('postal_code_missing', 'Invalid Destination: Postal must be set for this country');
  if (zip !== '' && zipFormats[address.countryCode]?.test(zip) === false)
    return refuse('postal_code_invalid', 'Invalid Destination: Postal code is not valid for this country');
  if (isBlank(address.address1)) return refuse('address_incomplete', 'Street is missing');
  if (isBlank(address.firstName) && isBlank(address.lastName) && isBlank(address.company))
    return refuse('address_incomplete', 'Missing recipient name');
  if (
    [address.address1, address.address2, address.company].some((line) => Array.from(line ?? '').length > LINE)
  )
    return refuse('address_too_long', 'Address line is too long');
  return judgeContact(order, address.countryCode);
}

/** “The phone number is too short for this country” and the like are the platform's own words (article 321). */
function judgeContact(order: Order, code: string): Verdict | null {
  const phone = order.shippingAddress?.phone ?? order.phone;
  const format = countries.find((country) => country.code === code)?.phone;
  if (phone !== null && phone !== '' && format !== undefined) {
    const digits = phone.replaceAll(/\D/g, '');
    const prefix = (format.split(' ')[0] ?? '').slice(1);
    if (!digits.startsWith(prefix))
      return refuse('contact_invalid', 'The phone number country code is invalid');
    const wanted = format.replaceAll(/[^\d#]/g, '').length;
    if (digits.length !== wanted)
      return refuse(
        'contact_invalid',
        `The phone number is too ${digits.length < wanted ? 'short' : 'long'} for this country`,
      );
  }
  if (order.email !== null && !/^[^\s@,]+@[^\s@,]+\.[^\s@,]+$/.test(order.email))
    return refuse('contact_invalid', 'The email is not valid');
  return null;
}

function judgeDelivery(order: Order, settings: PlatformSettings): Verdict | null {
  const has = (name: RegExp): boolean =>
    order.attributes.some(({ key, value }) => name.test(key) && value !== '');
  const [line] = order.shippingLines;
  if (line !== undefined && !settings.shippingMethods.includes(line.title))
    return refuse(
      'shipping_method_unmapped',
      'The order shipping method is not mapped to a Bigblue shipping method',
    );
  if (line !== undefined && settings.pickupMethods.includes(line.title) && !has(/relay|pickup/i))
    return refuse('pickup_point_missing', 'Missing pick-up point');
  const country = order.shippingAddress?.countryCode;
  if (country != null && settings.taxIdCountries.includes(country) && !has(/tax/i))
    return refuse('tax_id_missing', 'Tax identification number is missing');
  return null;
}

function isBlank(text: string | null): boolean {
  return text === null || text.trim() === '';
}

/** "ne sont (ou n'étaient) pas enregistrés en tant que produits physiques et/ou … taggués avec bigblue-ignore" */
function shippableVariantOf(item: LineItem, order: Order, catalogue: Catalogue): Variant | null {
  const variant = item.variantId === null ? undefined : catalogue.variants.get(item.variantId);
  if (variant === undefined || !variant.requiresShipping) return null;
  if (hasTag(catalogue.products.get(variant.productId)?.tags ?? [], 'bigblue-ignore')) return null;
  return item.requiresShipping || order.shippingLines.length > 0 ? variant : null;
}

function isGone(item: LineItem, catalogue: Catalogue): boolean {
  return item.variantId === null || !catalogue.variants.has(item.variantId);
}

function isGlobalE(order: Order): boolean {
  return order.tags.some((tag) => tag.toLowerCase().startsWith('globale'));
}

function isServed(order: Order, { syncCountries }: PlatformSettings): boolean {
  const country = order.shippingAddress?.countryCode;
  if (country == null) return true;
  const listed = syncCountries.countries.includes(country);
  return syncCountries.mode === 'allow' ? listed : !listed;
}

function refuse(error: ErrorType, message: string): Verdict {
  return { taken: false, error, message };
}
