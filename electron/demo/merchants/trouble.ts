import type { Address, FinancialStatus } from '../shop/order.ts';
import { countryOf } from './countries.ts';
import type { ErrorType } from './order-plan.ts';
import { mappedMethods } from './profiles.ts';
import { itemOf, titleOf, variantOf, type OrderDraft } from './order-draft.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Turns a good order into what it is planned to be: its errors, or the ordinary life of a synced one. */
export function addTrouble(draft: OrderDraft): void {
  const { entry } = draft;
  for (const error of entry.errors) troubles[error](draft);
  switch (entry.role) {
    case 'synced':
      addOrdinaryLife(draft);
      break;
    case 'old':
      // Older than the platform's integration: whatever is wrong with them concerns nobody any more.
      if (draft.dice.chance(0.3))
        troubles[draft.dice.pick<ErrorType>(['ignored_by_tag', 'payment_pending', 'product_not_linked'])](
          draft,
        );
      break;
    case 'test':
      draft.order.test = true;
      if (draft.dice.chance(0.5)) troubles.product_not_linked(draft);
      break;
    case 'point_of_sale':
      becomePointOfSale(draft);
      break;
    case 'stuck':
    case 'waiting':
      break;
  }
}

const troubles: Record<ErrorType, (draft: OrderDraft) => void> = {
  order_cancelled: (draft) => {
    const { order, dice } = draft;
    order.cancelledAt = order.updatedAt;
    order.cancelReason = dice.pick(['CUSTOMER', 'FRAUD', 'INVENTORY', 'OTHER']);
    const staff = dice.chance(0.6);
    draft.addEvent({
      createdAt: order.cancelledAt,
      action: 'cancelled',
      message: `${staff ? 'Claire Dubois' : 'Fraud Filter'} canceled this order.`,
      appTitle: staff ? null : 'Fraud Filter',
      byApp: !staff,
      byUser: staff,
      author: staff ? 'Claire Dubois' : null,
    });
  },

  order_already_fulfilled: (draft) => {
    const which = variantOf(draft.entry);
    if (which < 0.6)
      fulfill(draft, { handle: 'amazon-mcf', name: 'Amazon MCF', type: 'THIRD_PARTY' }, 'Amazon MCF');
    else if (which < 0.85)
      fulfill(draft, { handle: 'manual', name: 'Manual', type: 'MANUAL' }, 'Back office');
    else fulfill(draft, { handle: 'manual', name: 'Manual', type: 'MANUAL' }, 'Boutique');
  },

  ignored_by_tag: (draft) => {
    const { order, dice } = draft;
    order.tags.push(dice.chance(0.2) ? 'Bigblue-Ignore' : 'bigblue-ignore');
    const tag = order.tags.at(-1) ?? '';
    const which = variantOf(draft.entry);
    // One in ten lost its event: nobody knows any more who tagged it.
    if (which >= 0.9) return;
    const by = which < 0.62 ? 'Fraud Filter' : which < 0.78 ? 'Flow' : 'Claire Dubois';
    const staff = by === 'Claire Dubois';
    draft.addEvent({
      createdAt: Math.min(order.updatedAt, order.createdAt + 4_000),
      action: 'tag_added',
      message: `${by} added the tag ${tag} to this order.`,
      appTitle: staff ? null : by,
      byApp: !staff,
      byUser: staff,
      author: staff ? by : null,
    });
  },

  payment_pending: (draft) => {
    const { order, dice, source } = draft;
    const which = variantOf(draft.entry);
    if (which < 0.3) becomeBusiness(draft, !source.profile.syncPaymentTerms);
    order.financialStatus = which < 0.3 ? 'PENDING' : pendingStatus((which - 0.3) / 0.7);
    order.gateways = [which < 0.3 ? 'manual' : dice.pick(['bank_deposit', 'bank_deposit', 'klarna'])];
    if (order.company === null && dice.chance(0.08)) order.email = null;
  },

  awaiting_global_e_approval: ({ order, dice }) => {
    order.tags.push(`Globale::GE${10_000_000 + dice.int(89_999_999)}`);
    order.gateways = ['global_e'];
  },

  // Where the customer lives already says it all.
  destination_not_whitelisted: () => undefined,

  no_shippable_product: (draft) => {
    const { order, dice, source } = draft;
    const { goods } = source;
    order.items.length = 0;
    const which = variantOf(draft.entry);
    const variant =
      which < 0.4 ? goods.unticked[0] : which < 0.7 ? goods.shippedOutside[0] : dice.pick(goods.good);
    if (variant === undefined) throw new Error('The catalogue lacks a variant for no_shippable_product.');
    const item = draft.addItem(itemOf(variant, titleOf(goods.catalogue, variant), 1 + dice.int(2)));
    item.requiresShipping = which < 0.7;
    if (which < 0.7) return;
    // Sold while it was not yet a physical product: no shipping method, and often no address.
    order.shippingLines = [];
    if (dice.chance(0.35)) order.shippingAddress = null;
  },

  product_not_found: (draft) => {
    const { source } = draft;
    const which = variantOf(draft.entry);
    const ghost = which < 0.8 ? source.goods.ghosts[0] : source.goods.ghosts[1];
    const price = ghost?.price ?? 0;
    const custom = ghost === undefined || which < 0.3;
    draft.addItem({
      title: custom ? 'Engraving on request' : ghost.title,
      variantTitle: null,
      sku: custom ? null : ghost.sku,
      vendor: null,
      quantity: 1,
      currentQuantity: 1,
      nonFulfillableQuantity: 0,
      fulfilledQuantity: 0,
      requiresShipping: true,
      isGiftCard: false,
      variantId: custom ? null : ghost.variantId,
      productId: custom ? null : ghost.productId,
      unitPrice: price,
      attributes: custom ? [{ key: 'Text', value: 'Für Oma ❤️' }] : [],
    });
  },

  product_not_linked: (draft) => {
    const { source } = draft;
    const { unlinked, catalogue } = source.goods;
    const which = variantOf(draft.entry);
    const variant = unlinked[which < 0.6 ? 0 : which < 0.8 ? 1 : 2];
    if (variant === undefined) throw new Error('The catalogue lacks an unlinked variant.');
    draft.addItem(itemOf(variant, titleOf(catalogue, variant), 1));
  },

  postal_code_missing: ({ order, dice }) => {
    const zip = dice.chance(0.3) ? '' : null;
    if (order.shippingAddress !== null) order.shippingAddress = { ...order.shippingAddress, zip };
    if (order.billingAddress !== null && dice.chance(0.7))
      order.billingAddress = { ...order.billingAddress, zip };
  },

  postal_code_invalid: (draft) => {
    // A first letter that an old form asked for, or a last digit that got lost.
    const { entry } = draft;
    changeAddress(draft, ({ countryCode, zip }) => ({
      zip: variantOf(entry) < 0.5 ? `${countryCode}-${zip}` : (zip?.slice(0, -1) ?? null),
    }));
  },

  address_incomplete: (draft) => {
    const { entry } = draft;
    changeAddress(draft, () =>
      variantOf(entry) < 0.6 ? { address1: '' } : { firstName: null, lastName: ' ', company: null },
    );
  },

  address_too_long: (draft) => {
    changeAddress(draft, ({ address1 }) => ({
      address1: `${address1}, Résidence du Parc, bâtiment C`,
      address2: null,
    }));
  },

  contact_invalid: (draft) => {
    const { order, entry } = draft;
    const which = variantOf(entry);
    if (which > 0.6) {
      order.email = (order.customer?.email ?? 'somebody@example.com').replace('example.com', 'example,com');
      return;
    }
    const country = countryOf(order.shippingAddress?.countryCode ?? 'FR');
    const good = country.phone.replaceAll('#', '5');
    const phone = which < 0.4 ? good.slice(0, -5) : `+999 ${good.slice(4)}`;
    order.phone = phone;
    changeAddress(draft, () => ({ phone }));
  },

  shipping_method_unmapped: ({ order }) => {
    order.shippingLines = order.shippingLines.map((line) => ({
      ...line,
      title: 'Livraison éco',
      code: 'ECO',
    }));
  },

  pickup_point_missing: ({ order }) => {
    const [title] = mappedMethods.pickup;
    order.shippingLines = order.shippingLines.map((line) => ({ ...line, title, code: 'MR' }));
  },

  tax_id_missing: ({ order }) => {
    order.attributes = [];
  },

  out_of_stock: ({ order }) => {
    order.backordered = true;
  },
};

function changeAddress(draft: OrderDraft, patch: (address: Address) => Partial<Address>): void {
  const { order } = draft;
  if (order.shippingAddress !== null)
    order.shippingAddress = { ...order.shippingAddress, ...patch(order.shippingAddress) };
}

function pendingStatus(throwOf: number): FinancialStatus {
  if (throwOf < 0.68) return 'PENDING';
  if (throwOf < 0.86) return 'AUTHORIZED';
  if (throwOf < 0.93) return 'PARTIALLY_PAID';
  return throwOf < 0.97 ? 'EXPIRED' : 'VOIDED';
}

/** A company's order, with or without terms to pay later. */
function becomeBusiness(draft: OrderDraft, withTerms: boolean): void {
  const { order, dice, source } = draft;
  const number = dice.int(40);
  const name =
    `${source.pools.get('de')?.last[number] ?? 'Nordwind'} & ${order.customer?.lastName ?? 'Partner'} Retail`
      .slice(0, 35)
      .trim();
  order.company = { id: 2_100_000_000 + number, name, location: order.shippingAddress?.city ?? 'Main' };
  const company = (address: Address | null): Address | null =>
    address === null ? null : { ...address, company: name };
  order.shippingAddress = company(order.shippingAddress);
  order.billingAddress = company(order.billingAddress);
  if (!withTerms) return;
  const days = dice.pick([7, 30, 60]);
  order.paymentTerms = {
    name: `Net ${days}`,
    type: 'NET',
    dueInDays: days,
    schedule: {
      id: source.ids.part('schedule', order.index, 0),
      issuedAt: order.createdAt,
      dueAt: order.createdAt + days * DAY,
      completedAt: null,
    },
  };
}

/** What happens to orders nothing is wrong with: shipping, approval, refunds, business terms. */
function addOrdinaryLife(draft: OrderDraft): void {
  const { order, dice, source } = draft;
  if (dice.chance(0.02))
    order.tags.push(`Globale::GE${10_000_000 + dice.int(89_999_999)}`, 'Globale::Approved');
  if (source.profile.syncPaymentTerms && dice.chance(0.04)) {
    becomeBusiness(draft, true);
    order.financialStatus = 'PENDING';
    order.gateways = ['manual'];
  } else if (dice.chance(0.02)) order.financialStatus = 'PARTIALLY_REFUNDED';
  const age = source.now - order.createdAt;
  if (age > 3 * DAY && order.updatedAt - order.createdAt > 2 * HOUR && dice.chance(0.9)) {
    fulfill(draft, { handle: 'bigblue', name: 'Bigblue', type: 'THIRD_PARTY' }, 'Bigblue');
    if (age > 14 * DAY) order.closedAt = order.updatedAt;
  }
}

function becomePointOfSale(draft: OrderDraft): void {
  const { order } = draft;
  order.sourceName = 'pos';
  order.shippingAddress = null;
  order.shippingLines = [];
  for (const item of order.items) item.requiresShipping = false;
  order.gateways = ['cash'];
  fulfill(draft, { handle: 'manual', name: 'Manual', type: 'MANUAL' }, 'Boutique');
}

/** Ships everything that can be shipped in one fulfilment. */
function fulfill(
  draft: OrderDraft,
  service: { handle: string; name: string; type: 'MANUAL' | 'THIRD_PARTY' },
  location: string,
): void {
  const { order, source } = draft;
  const at = order.updatedAt;
  const lines = order.items
    .filter((item) => item.currentQuantity > item.nonFulfillableQuantity)
    .map((item) => ({ lineId: item.id, quantity: item.currentQuantity - item.nonFulfillableQuantity }));
  for (const item of order.items)
    item.fulfilledQuantity = Math.max(0, item.currentQuantity - item.nonFulfillableQuantity);
  const thirdParty = service.type === 'THIRD_PARTY';
  order.fulfillments.push({
    id: source.ids.part('fulfillment', order.index, 0),
    name: `${order.name}-F1`,
    createdAt: at,
    updatedAt: at,
    status: 'SUCCESS',
    displayStatus: source.now - at > 5 * DAY && thirdParty ? 'DELIVERED' : 'FULFILLED',
    service,
    location,
    tracking: thirdParty ? { company: 'DHL', number: `JD0${order.id}` } : null,
    lines,
  });
  draft.addEvent({
    createdAt: at,
    action: 'fulfilled',
    message: `${thirdParty ? service.name : 'Claire Dubois'} fulfilled ${lines.length} item${lines.length === 1 ? '' : 's'} from ${location}.`,
    appTitle: thirdParty ? service.name : null,
    byApp: thirdParty,
    byUser: !thirdParty,
    author: thirdParty ? null : 'Claire Dubois',
  });
}
