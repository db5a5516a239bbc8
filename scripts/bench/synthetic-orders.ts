import type { AddedErrorType, ErrorType } from '../../shared/domain/error-type.ts';
import { gid } from '../../shared/domain/ids.ts';
import type { Address, LineItem, Order } from '../../shared/domain/order.ts';
import { diceFor, type Dice } from '../../electron/demo/random.ts';
import {
  optionOf,
  productGid,
  PRODUCTS,
  skuOf,
  titleOf,
  variantGid,
  VARIANTS_PER_PRODUCT,
} from './synthetic-catalog.ts';
import { DAY_MS, NOW } from './synthetic-store.ts';

/** What is the matter with one order of many, in per mille; the rest has synced. The largest group is a tenth. */
const SHARES = {
  ignored_by_tag: 100,
  payment_pending: 35,
  product_not_linked: 25,
  destination_not_whitelisted: 20,
  product_not_found: 10,
  postal_code_missing: 10,
  no_shippable_product: 8,
  awaiting_global_e_approval: 4,
  order_already_fulfilled: 3,
  order_cancelled: 3,
  unknown: 2,
} as const satisfies Record<Exclude<ErrorType, AddedErrorType>, number>;

/** Errors that the benchmark's orders have: the added ones are looked for in every order and found in none. */
export type Trouble = keyof typeof SHARES;
// The keys of SHARES are these, by its type.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
export const TROUBLES = Object.keys(SHARES) as readonly Trouble[];

export interface OrderPlace {
  readonly seed: number;
  /** From 0. */
  readonly store: number;
  /** Which order of its store, from 0, oldest first. */
  readonly n: number;
  readonly ordersOfStore: number;
  /** Left out: by its share. */
  readonly trouble?: Trouble | undefined;
}

export interface SyntheticOrder {
  /** About 2.3 KB as JSON. */
  readonly order: Order;
  /** The error that was put into it; null: none, and the platform has it. */
  readonly trouble: Trouble | null;
}

/** One order of the benchmark; the same for the same place, whether or not any other was made before. */
export function syntheticOrder(place: OrderPlace): SyntheticOrder {
  const dice = diceFor(place.seed, 'order', place.store, place.n);
  const drawn = dice.int(1000);
  const trouble = place.trouble ?? troubleAt(drawn);
  return { order: withTrouble(soundOrder(place, dice), trouble, place.store, dice), trouble };
}

function troubleAt(drawn: number): Trouble | null {
  let below = 0;
  // The keys of SHARES are the error types, by its type.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  for (const [type, share] of Object.entries(SHARES) as [Trouble, number][]) {
    below += share;
    if (drawn < below) return type;
  }
  return null;
}

const FIRST_NAMES = ['Aoife', 'Chloé', 'Jürgen', 'Maëlys', 'Noah', 'Sofía', 'Luca', 'Ines', 'Zoë', 'Émile'];
const LAST_NAMES = [
  'Byrne',
  'Lefèvre',
  'Müller',
  'García',
  'Rossi',
  'Peeters',
  'Dubois',
  'O’Neill',
  'Moreau',
];
const STREETS = [
  'rue des Martyrs',
  'Hauptstraße',
  'Calle Mayor',
  'Via Garibaldi',
  'Main Street',
  'avenue Louise',
];
const TOWNS = [
  { city: 'Paris', zip: '75009', countryCode: 'FR' },
  { city: 'Lyon', zip: '69002', countryCode: 'FR' },
  { city: 'Bruxelles', zip: '1050', countryCode: 'BE' },
  { city: 'Köln', zip: '50667', countryCode: 'DE' },
  { city: 'Sevilla', zip: '41001', countryCode: 'ES' },
  { city: 'Torino', zip: '10122', countryCode: 'IT' },
  { city: 'Dublin', zip: 'D02 X285', countryCode: 'IE' },
] as const;
const FAR_TOWNS = [
  { city: 'Austin', zip: '78701', countryCode: 'US', provinceCode: 'TX' },
  { city: 'Toronto', zip: 'M5H 2N2', countryCode: 'CA', provinceCode: 'ON' },
] as const;
const METHODS = ['Colissimo home delivery', 'Express 24 h', 'Pick-up point'];
const TAGS = ['newsletter', 'gift', 'first-order', 'vip', 'wholesale', 'instagram'];

function soundOrder({ store, n, ordersOfStore }: OrderPlace, dice: Dice): Order {
  const number = 5_000_000_000_000 + store * 100_000_000 + n;
  // A customer comes back about twice.
  const customer = dice.int(Math.max(1, Math.ceil(ordersOfStore / 2)));
  const createdAt = NOW - 60 * 60 * 1000 - Math.floor(((ordersOfStore - n) / ordersOfStore) * 58 * DAY_MS);
  const lineItems = Array.from({ length: 3 + dice.int(4) }, (_, at) =>
    lineItem(store, number * 10 + at, PRODUCTS.sound, dice),
  );
  return {
    gid: gid('Order', `gid://shopify/Order/${number}`),
    name: `#${1001 + n}`,
    createdAt,
    updatedAt: createdAt + dice.int(60) * 1000,
    cancelledAt: null,
    cancelReason: null,
    test: false,
    sourceName: 'web',
    financialStatus: 'PAID',
    fulfillmentStatus: 'UNFULFILLED',
    tags: TAGS.filter(() => dice.chance(0.2)),
    total: { amountMinor: 1500 + dice.int(40_000), currency: 'EUR' },
    email: `customer.${customer}@example.org`,
    phone: null,
    gateways: ['shopify_payments'],
    buyer: 'b2c',
    paymentTerms: null,
    shippingAddress: address(customer, dice),
    shippingLine: { title: dice.pick(METHODS), code: 'standard' },
    lineItems,
    attributes: [],
    fulfillments: [],
    canMarkAsPaid: false,
    merchantEditable: true,
    merchantEditableErrors: [],
    tagEvents: null,
    redacted: [],
  };
}

function address(customer: number, dice: Dice): Address {
  return {
    firstName: FIRST_NAMES[customer % FIRST_NAMES.length] ?? null,
    lastName: LAST_NAMES[customer % LAST_NAMES.length] ?? null,
    company: null,
    address1: `${1 + (customer % 180)} ${STREETS[customer % STREETS.length] ?? ''}`,
    address2: dice.chance(0.3) ? `Stairway ${1 + dice.int(4)}, floor ${dice.int(7)}` : null,
    provinceCode: null,
    phone: `+33 6 12 34 ${10 + (customer % 80)} ${10 + dice.int(80)}`,
    ...(TOWNS[customer % TOWNS.length] ?? TOWNS[0]),
  };
}

function lineItem(store: number, number: number, of: { from: number; count: number }, dice: Dice): LineItem {
  const product = of.from + dice.int(of.count);
  const variant = dice.int(VARIANTS_PER_PRODUCT);
  const quantity = 1 + dice.int(3);
  return {
    gid: gid('LineItem', `gid://shopify/LineItem/${number}`),
    title: titleOf(product),
    variantTitle: optionOf(variant),
    sku: skuOf(product, variant),
    quantity,
    currentQuantity: quantity,
    nonFulfillableQuantity: 0,
    requiresShipping: true,
    variant: variantGid(store, product, variant),
    product: productGid(store, product),
  };
}

function withTrouble(order: Order, trouble: Trouble | null, store: number, dice: Dice): Order {
  const items = (of: { from: number; count: number }, over: Partial<LineItem> = {}): readonly LineItem[] =>
    order.lineItems.map((item) => ({
      ...lineItem(store, Number(item.gid.split('/').at(-1)), of, dice),
      ...over,
    }));
  const firstItem = (of: { from: number; count: number }): readonly LineItem[] => [
    ...items(of).slice(0, 1),
    ...order.lineItems.slice(1),
  ];
  const sentTo = order.shippingAddress;
  switch (trouble) {
    case null:
    case 'unknown':
      return order;
    case 'order_cancelled':
      return { ...order, cancelledAt: order.updatedAt, cancelReason: 'CUSTOMER' };
    case 'order_already_fulfilled':
      return { ...order, fulfillmentStatus: 'FULFILLED' };
    case 'ignored_by_tag':
      return { ...order, tags: [...order.tags, 'bigblue-ignore'] };
    case 'payment_pending':
      return { ...order, financialStatus: 'PENDING', gateways: [dice.pick(['bank transfer', 'invoice'])] };
    case 'awaiting_global_e_approval':
      return { ...order, tags: [...order.tags, 'Globale'] };
    case 'destination_not_whitelisted':
      return { ...order, shippingAddress: sentTo && { ...sentTo, ...dice.pick(FAR_TOWNS) } };
    case 'no_shippable_product':
      return { ...order, lineItems: items(PRODUCTS.digital), shippingLine: null };
    case 'product_not_found':
      return { ...order, lineItems: firstItem(PRODUCTS.gone) };
    case 'product_not_linked':
      return { ...order, lineItems: firstItem(PRODUCTS.unlinked) };
    case 'postal_code_missing':
      return { ...order, shippingAddress: sentTo && { ...sentTo, zip: null } };
    default:
      return trouble satisfies never;
  }
}
