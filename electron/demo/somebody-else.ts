import type { ConcurrentEdit } from './faults.ts';
import { parseGid } from './gid.ts';
import type { Address } from './shop/order.ts';
import { fulfillmentStatusOf, unfulfilledQuantityOf } from './shop/order-facts.ts';
import { addTags, changeOrder, findOrder, removeTags, type Actor, type Shop } from './shop/shop.ts';

const staff: Actor = { name: 'Claire Dubois', kind: 'staff' };

/** Changes an order as a colleague in Shopify's admin would; `reference` is a name, number or gid. */
export function editOrder(shop: Shop, reference: string, edit: ConcurrentEdit, actor: Actor = staff): void {
  const index = requireOrder(shop, reference);
  if (edit.addTags !== undefined) {
    const wanted = edit.addTags;
    changeOrder(shop, index, actor, (order) => {
      const added = addTags(order.tags, wanted);
      return (
        added.length > 0 && {
          action: 'tag_added',
          message: `${actor.name} added the tag ${added.join(', ')} to this order.`,
        }
      );
    });
  }
  if (edit.removeTags !== undefined) {
    const unwanted = edit.removeTags;
    changeOrder(shop, index, actor, (order) => {
      const removed = removeTags(order.tags, unwanted);
      return (
        removed.length > 0 && {
          action: 'tag_removed',
          message: `${actor.name} removed the tag ${removed.join(', ')} from this order.`,
        }
      );
    });
  }
  if (edit.shippingAddress !== undefined) setAddress(shop, index, edit.shippingAddress, actor);
  if (edit.note !== undefined) {
    const { note } = edit;
    changeOrder(shop, index, actor, (order) => {
      order.note = note;
      return { action: 'updated', message: `${actor.name} updated the note.` };
    });
  }
  if (edit.cancel === true)
    changeOrder(shop, index, actor, (order) => {
      if (order.cancelledAt !== null) return false;
      order.cancelledAt = shop.clock.wall();
      order.cancelReason = 'STAFF';
      return { action: 'cancelled', message: `${actor.name} canceled this order.` };
    });
}

/** Ships whatever is open, as a warehouse that is not the platform would. */
export function fulfillOrder(shop: Shop, reference: string): void {
  changeOrder(shop, requireOrder(shop, reference), staff, (order) => {
    const lines = order.items
      .map((item) => ({ lineId: item.id, quantity: unfulfilledQuantityOf(item) }))
      .filter((line) => line.quantity > 0);
    if (lines.length === 0 || fulfillmentStatusOf(order) === 'FULFILLED') return false;
    for (const line of lines) {
      const item = order.items.find((each) => each.id === line.lineId);
      if (item !== undefined) item.fulfilledQuantity += line.quantity;
    }
    const at = shop.clock.wall();
    order.fulfillments.push({
      id: shop.ids.part('fulfillment', order.index, order.fulfillments.length),
      name: `${order.name}-F${order.fulfillments.length + 1}`,
      createdAt: at,
      updatedAt: at,
      status: 'SUCCESS',
      displayStatus: 'FULFILLED',
      service: { handle: 'manual', name: 'Manual', type: 'MANUAL' },
      location: 'Back office',
      tracking: null,
      lines,
    });
    return {
      action: 'fulfilled',
      message: `${staff.name} fulfilled ${lines.length} items from Back office.`,
    };
  });
}

/** The position of an order, or a bug in the test that named it. */
export function requireOrder(shop: Shop, reference: string): number {
  const index = findOrder(shop, reference);
  if (index === null) throw new Error(`${shop.profile.slug} has no order ${reference}.`);
  return index;
}

/** The orders a request speaks of: every order gid in it, and the order behind every line, fulfilment or schedule. */
export function ordersNamedIn(shop: Shop, text: string): string[] {
  const found = new Set<string>();
  for (const [gid] of text.matchAll(/gid:\/\/shopify\/[A-Za-z]+\/\d+/g)) {
    const parsed = parseGid(gid);
    if (parsed === null) continue;
    const index = indexBehind(shop, parsed.type, parsed.number);
    if (index !== null && index < shop.orders.size) found.add(String(shop.ids.orderId(index)));
  }
  return [...found];
}

function indexBehind(shop: Shop, type: string, number: number): number | null {
  switch (type) {
    case 'Order':
      return shop.ids.indexOfOrder(number);
    case 'Fulfillment':
      return shop.ids.indexOfPart('fulfillment', number);
    case 'PaymentSchedule':
      return shop.ids.indexOfPart('schedule', number);
    default:
      return null;
  }
}

function setAddress(
  shop: Shop,
  index: number,
  patch: Partial<{ [K in keyof Address]: Address[K] | undefined }>,
  actor: Actor,
): void {
  changeOrder(shop, index, actor, (order) => {
    const before = order.shippingAddress ?? emptyAddress;
    const after: Address = { ...before };
    for (const key of addressKeys) {
      const value = patch[key];
      if (value !== undefined) after[key] = value;
    }
    order.shippingAddress = after;
    return { action: 'updated', message: `${actor.name} updated the shipping address.` };
  });
}

const emptyAddress: Address = {
  firstName: null,
  lastName: null,
  company: null,
  address1: null,
  address2: null,
  city: null,
  zip: null,
  provinceCode: null,
  countryCode: null,
  phone: null,
};

const addressKeys = [
  'firstName',
  'lastName',
  'company',
  'address1',
  'address2',
  'city',
  'zip',
  'provinceCode',
  'countryCode',
  'phone',
] as const satisfies readonly (keyof Address)[];
