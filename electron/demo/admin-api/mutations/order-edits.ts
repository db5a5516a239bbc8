import { numberOfGid } from '../../gid.ts';
import type { LineItem, Order } from '../../shop/order.ts';
import { editingObstaclesOf } from '../../shop/order-facts.ts';
import { changeOrder } from '../../shop/shop.ts';
import { asNode, type ApiContext, type TypeResolvers } from '../context.ts';
import {
  editPayload,
  reopensPayment,
  stagedShippingLine,
  type EditSession,
  type StagedLine,
} from '../edit-sessions.ts';
import { minorOf } from '../money.ts';
import { done, mutation, refuse } from './mutation.ts';
import { orderOfGid } from './orders.ts';

const GONE = 'The calculated order does not exist.';

/** Begin, stage, commit: nothing happens to the order before the commit, and a session commits once. */
export const orderEditMutations: TypeResolvers = {
  orderEditBegin: mutation<{ id: string }>('orderEditBegin', ({ id }, { shop, sessions }) => {
    const order = orderOfGid(shop, id);
    if (order === null) return refuse(['id'], 'The order does not exist.');
    const [obstacle] = editingObstaclesOf(order);
    if (obstacle !== undefined) return refuse(['id'], `The order cannot be edited: ${obstacle}.`);
    return done(editPayload(sessions.begin(order)), false);
  }),

  orderEditSetQuantity: mutation<{ id: string; lineItemId: string; quantity: number }>(
    'orderEditSetQuantity',
    ({ id, lineItemId, quantity }, { sessions }) => {
      const session = sessions.find(id);
      if (session === null) return refuse(['id'], GONE);
      const number = numberOfGid(lineItemId, 'CalculatedLineItem');
      const line = session.lines.find((each) => each.id === number);
      if (line === undefined) return refuse(['lineItemId'], 'The line item does not exist.');
      if (quantity < 0) return refuse(['quantity'], 'The quantity must be greater than or equal to 0.');
      if (quantity < line.fulfilled)
        return refuse(['quantity'], 'The quantity cannot be less than what is already fulfilled.');
      line.quantity = quantity;
      return done({ ...editPayload(session), calculatedLineItem: line }, false);
    },
  ),

  orderEditAddVariant: mutation<{
    id: string;
    variantId: string;
    quantity: number;
    allowDuplicates?: boolean | null;
  }>('orderEditAddVariant', ({ id, variantId, quantity, allowDuplicates }, { shop, sessions }) => {
    const session = sessions.find(id);
    if (session === null) return refuse(['id'], GONE);
    const number = numberOfGid(variantId, 'ProductVariant');
    const variant = number === null ? undefined : shop.catalogue.variants.get(number);
    if (variant === undefined) return refuse(['variantId'], 'The variant does not exist.');
    if (quantity <= 0) return refuse(['quantity'], 'The quantity must be greater than 0.');
    if (
      allowDuplicates !== true &&
      session.lines.some((line) => line.variantId === number && line.quantity > 0)
    )
      return refuse(['variantId'], 'The variant is already on the order.');
    const line: StagedLine = {
      id: sessions.nextLineId(),
      added: true,
      variantId: variant.id,
      title: shop.catalogue.products.get(variant.productId)?.title ?? variant.title,
      variantTitle: variant.title === 'Default Title' ? null : variant.title,
      sku: variant.sku,
      unitPrice: variant.price,
      before: 0,
      fulfilled: 0,
      quantity,
    };
    session.lines.push(line);
    return done({ ...editPayload(session), calculatedLineItem: line }, false);
  }),

  orderEditAddShippingLine: mutation<{
    id: string;
    shippingLine: { title: string; price: { amount: string; currencyCode: string } };
  }>('orderEditAddShippingLine', ({ id, shippingLine }, { shop, sessions }) => {
    const session = sessions.find(id);
    if (session === null) return refuse(['id'], GONE, 'INVALID');
    const price = minorOf(shippingLine.price.amount, shop.profile);
    if (price === null || price < 0)
      return refuse(['shippingLine', 'price'], 'The price must be zero or more.', 'INVALID');
    if (shippingLine.price.currencyCode !== shop.profile.currency)
      return refuse(
        ['shippingLine', 'price', 'currencyCode'],
        "The currency must be the shop's currency.",
        'INVALID',
      );
    if (shippingLine.title.trim() === '')
      return refuse(['shippingLine', 'title'], "Title can't be blank", 'INVALID');
    const line = { title: shippingLine.title, price };
    session.shipping.push(line);
    return done(
      {
        ...editPayload(session),
        calculatedShippingLine: stagedShippingLine(session, session.shipping.length - 1, line),
      },
      false,
    );
  }),

  orderEditCommit: mutation<{ id: string; notifyCustomer?: boolean | null; staffNote?: string | null }>(
    'orderEditCommit',
    ({ id, staffNote }, context) => {
      const { shop, sessions, actor } = context;
      const session = sessions.find(id);
      if (session === null) return refuse(['id'], GONE);
      const order = shop.orders.peek(session.index);
      if (order === null) return refuse(['id'], 'The order does not exist.');
      const [obstacle] = editingObstaclesOf(order);
      if (obstacle !== undefined) return refuse(['id'], `The order cannot be edited: ${obstacle}.`);
      if (!hasChanges(session)) return refuse(['id'], 'There are no changes to commit.');
      if (session.lines.every((line) => line.quantity === 0))
        return refuse(['id'], 'The order must keep at least one item.');
      sessions.close(session);
      changeOrder(shop, order.index, actor, (changed) => {
        applySession(changed, session, context);
        if (reopensPayment(changed)) changed.financialStatus = 'PARTIALLY_PAID';
        const note = staffNote == null || staffNote === '' ? '' : ` Note: ${staffNote}`;
        return { action: 'edited', message: `${actor.name} edited this order.${note}` };
      });
      return done({ order: asNode('Order', order), successMessages: ['Order updated'] });
    },
  ),
};

function hasChanges(session: EditSession): boolean {
  return session.shipping.length > 0 || session.lines.some((line) => line.quantity !== line.before);
}

/** Carries the staged changes over into the order and writes the agreement that proves the edit. */
function applySession(order: Order, session: EditSession, { shop }: ApiContext): void {
  const sales: Order['agreements'][number]['sales'] = [];
  for (const line of session.lines) {
    const difference = line.quantity - line.before;
    if (difference === 0) continue;
    const item = line.added
      ? addItem(order, line, shop.ids.part('line', order.index, order.items.length), shop)
      : order.items.find((each) => each.id === line.id);
    if (item === undefined) continue;
    if (!line.added) {
      item.currentQuantity = Math.max(item.fulfilledQuantity, line.quantity);
      if (line.quantity > item.quantity) item.quantity = line.quantity;
    }
    sales.push({ lineId: item.id, quantity: difference, amount: difference * line.unitPrice });
  }
  for (const line of session.shipping)
    order.shippingLines.push({
      title: line.title,
      code: null,
      source: 'shopify',
      carrierIdentifier: null,
      price: line.price,
    });
  order.agreements.push({
    id: shop.ids.part('agreement', order.index, order.agreements.length),
    happenedAt: shop.clock.wall(),
    reason: 'ORDER_EDIT',
    sales,
  });
}

function addItem(order: Order, line: StagedLine, id: number, shop: ApiContext['shop']): LineItem {
  const variant = line.variantId === null ? undefined : shop.catalogue.variants.get(line.variantId);
  const item: LineItem = {
    id,
    title: line.title,
    variantTitle: line.variantTitle,
    sku: line.sku,
    vendor: null,
    quantity: line.quantity,
    currentQuantity: line.quantity,
    nonFulfillableQuantity: 0,
    fulfilledQuantity: 0,
    requiresShipping: variant?.requiresShipping ?? false,
    isGiftCard: false,
    variantId: line.variantId,
    productId: variant?.productId ?? null,
    unitPrice: line.unitPrice,
    attributes: [],
  };
  order.items.push(item);
  return item;
}
