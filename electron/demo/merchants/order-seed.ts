import { diceFor, type Dice } from '../random.ts';
import type { Order } from '../shop/order.ts';
import { currentTotalOf, placement } from '../shop/order-facts.ts';
import { countryOf } from './countries.ts';
import { customerOf } from './customers.ts';
import { itemOf, titleOf, variantOf, type OrderDraft, type OrderSource } from './order-draft.ts';
import type { OrderPlanEntry } from './order-plan.ts';
import type { MerchantProfile } from './profiles.ts';
import { addTrouble } from './trouble.ts';

/** Builds one order; the same source and index always give the same order. */
export function seedOrder(source: OrderSource, index: number): Order {
  const { profile, plan, ids, seed } = source;
  const dice = diceFor(seed, profile.slug, 'order', index);
  const entry = plan.entryOf(index);
  const createdAt = plan.createdAtOf(index);
  const person = customerOf(source.pools, { seed, slug: profile.slug, ...customerKey(source, entry, dice) });
  const order: Order = {
    index,
    id: ids.orderId(index),
    name: ids.orderName(index),
    createdAt,
    updatedAt: plan.updatedAtOf(index),
    cancelledAt: null,
    cancelReason: null,
    closedAt: null,
    test: false,
    sourceName: 'web',
    sourceIdentifier: null,
    tags: dice.chance(0.2) ? [dice.pick(['newsletter', 'VIP', 'gift-wrap'])] : [],
    note: dice.chance(0.05)
      ? dice.pick(['Bitte klingeln 🔔', 'Laisser chez le voisin', 'Gift: no invoice please'])
      : null,
    email: person.customer.email,
    phone: person.address.phone,
    financialStatus: 'PAID',
    paid: 0,
    gateways: [dice.pick(['shopify_payments', 'shopify_payments', 'paypal', 'klarna'])],
    paymentTerms: null,
    company: null,
    customer: person.customer,
    shippingAddress: person.address,
    billingAddress: { ...person.address },
    shippingLines: [standardShipping(dice, profile)],
    items: [],
    attributes: profile.taxIdCountries.includes(person.address.countryCode ?? '')
      ? [{ key: 'tax_id', value: `${person.address.countryCode}-${100_000 + index}` }]
      : [],
    backordered: false,
    fulfillments: [],
    events: [],
    agreements: [],
  };
  const draft: OrderDraft = {
    order,
    dice,
    source,
    entry,
    addEvent: (event) => order.events.push({ ...event, id: ids.part('event', index, order.events.length) }),
    addItem: (item) => {
      const added = { ...item, id: ids.part('line', index, order.items.length) };
      order.items.push(added);
      return added;
    },
  };
  addGoods(draft);
  draft.addEvent({
    createdAt,
    action: 'placed',
    message: `${person.customer.firstName} ${person.customer.lastName} placed this order on Online Store.`,
    appTitle: 'Online Store',
    byApp: true,
    byUser: false,
    author: null,
  });
  addTrouble(draft);
  if (order.financialStatus === 'PAID' || order.financialStatus === 'PARTIALLY_REFUNDED')
    order.paid = currentTotalOf(order);
  if (order.financialStatus === 'PARTIALLY_PAID') order.paid = Math.floor(currentTotalOf(order) / 2);
  order.agreements.push(placement(order, ids.part('agreement', index, 0), createdAt));
  return order;
}

/** Adds the ordinary goods: one to four lines, now and then forty, a gift card or a tip beside them. */
function addGoods(draft: OrderDraft): void {
  const { dice, source } = draft;
  const { good, giftCard, catalogue } = source.goods;
  const lines = dice.chance(1 / 180) ? 40 : 1 + Math.floor(dice.fraction() ** 2 * 4);
  const start = dice.int(good.length);
  for (let at = 0; at < lines; at++) {
    const variant = good[(start + at * 7) % good.length];
    if (variant === undefined) continue;
    draft.addItem(itemOf(variant, titleOf(catalogue, variant), 1 + Math.floor(dice.fraction() ** 4 * 4)));
  }
  if (dice.chance(0.03)) draft.addItem({ ...itemOf(giftCard, 'Gift card', 1), isGiftCard: true });
  if (dice.chance(0.03))
    draft.addItem({
      title: 'Tip',
      variantTitle: null,
      sku: null,
      vendor: null,
      quantity: 1,
      currentQuantity: 1,
      nonFulfillableQuantity: 1,
      fulfilledQuantity: 0,
      requiresShipping: false,
      isGiftCard: false,
      variantId: null,
      productId: null,
      unitPrice: 3 * 10 ** source.profile.decimals,
      attributes: [],
    });
}

/** Where the customer lives follows from the trouble: a blocked country, or one that needs a postal code. */
function customerKey(
  source: OrderSource,
  entry: OrderPlanEntry,
  dice: Dice,
): { country: string; countryNumber: number; number: number } {
  const { served, blocked } = source.profile;
  const all = [...served, ...blocked];
  const country = countryCode(source.profile, entry, dice);
  const share = served.includes(country) ? 1 / (served.indexOf(country) + 2) : 0.03;
  const people = country === 'IE' ? source.plan.count * 0.02 : source.plan.count * share * 0.4;
  return { country, countryNumber: all.indexOf(country), number: dice.int(Math.max(3, Math.round(people))) };
}

function countryCode(
  { served, blocked, taxIdCountries }: MerchantProfile,
  entry: OrderPlanEntry,
  dice: Dice,
): string {
  const postal = entry.errors.includes('postal_code_missing') || entry.errors.includes('postal_code_invalid');
  if (entry.errors.includes('destination_not_whitelisted')) {
    const first = blocked[0] ?? 'US';
    return variantOf(entry) < 0.7
      ? first
      : dice.pick(blocked.filter((code) => !postal || hasPostalCodes(code)));
  }
  const [taxed] = taxIdCountries;
  if (entry.errors.includes('tax_id_missing') && taxed !== undefined) return taxed;
  if (postal && variantOf(entry) < 0.6 && served.includes('IE')) return 'IE';
  const pool = postal ? served.filter(hasPostalCodes) : served;
  return pool[Math.floor(dice.fraction() ** 2 * pool.length)] ?? 'FR';
}

function hasPostalCodes(code: string): boolean {
  return countryOf(code).places.every((place) => place.zip !== null);
}

function standardShipping(dice: Dice, profile: MerchantProfile): Order['shippingLines'][number] {
  const express = dice.chance(0.15);
  return {
    title: express ? 'Express' : 'Standard',
    code: express ? 'EXPRESS' : 'STANDARD',
    source: 'shopify',
    carrierIdentifier: null,
    price: (express ? 12 : 5) * 10 ** profile.decimals,
  };
}
