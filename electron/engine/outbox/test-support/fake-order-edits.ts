import { type Call, error, iso, orderOf, record, text, touch, type Handler } from './fake-call.ts';
import type { FakeOrder } from './fake-shop.ts';

/** Order edits: staged in a session, applied by its commit, once. */
export const ORDER_EDITS: Readonly<Record<string, Handler>> = {
  OrderEditBegin: (call) => {
    const order = orderOf(call);
    if (!order) return { orderEditBegin: { calculatedOrder: null, userErrors: [error('Not found')] } };
    const { shop } = call;
    shop.nextId += 1;
    const id = `gid://shopify/CalculatedOrder/${shop.nextId}`;
    shop.sessions.set(id, { order: order.gid, steps: [], done: false });
    const nodes = order.lines.map((line) => ({
      id: line.id.replace('LineItem', 'CalculatedLineItem'),
      quantity: line.quantity,
      title: line.title,
      sku: null,
      variant: line.variant === null ? null : { id: line.variant },
    }));
    const lineItems = { nodes, pageInfo: { hasNextPage: false, endCursor: null } };
    return { orderEditBegin: { calculatedOrder: { id, lineItems }, userErrors: [] } };
  },
  OrderEditSetQuantity: (call) =>
    stage(call, 'orderEditSetQuantity', (order) => {
      const id = text(call.variables['line']).replace('CalculatedLineItem', 'LineItem');
      for (const line of order.lines) if (line.id === id) line.quantity = Number(call.variables['quantity']);
    }),
  OrderEditAddVariant: (call) =>
    stage(call, 'orderEditAddVariant', (order) => {
      call.shop.nextId += 1;
      order.lines.push({
        id: `gid://shopify/LineItem/${call.shop.nextId}`,
        title: 'Replacement',
        variant: text(call.variables['variant']),
        quantity: Number(call.variables['quantity']),
        ships: true,
      });
    }),
  OrderEditAddShippingLine: (call) =>
    stage(call, 'orderEditAddShippingLine', (order) => {
      order.shippingTitle = text(record(call.variables['line'])['title']);
    }),
  OrderEditCommit: (call) => {
    const session = call.shop.sessions.get(text(call.variables['id']));
    const order = session && call.shop.orders.get(session.order);
    if (!session || !order || session.done) {
      return {
        orderEditCommit: {
          order: null,
          successMessages: null,
          userErrors: [error('The edit was committed already.')],
        },
      };
    }
    session.done = true;
    for (const step of session.steps) step(order);
    order.agreements.push(`gid://shopify/OrderEditAgreement/${order.agreements.length + 1}`);
    touch(call, order, 'edited');
    return {
      orderEditCommit: {
        order: { id: order.gid, updatedAt: iso(order.updatedAt) },
        successMessages: [],
        userErrors: [],
      },
    };
  },
};

function stage(call: Call, field: string, step: (order: FakeOrder) => void): unknown {
  const id = text(call.variables['id']);
  const session = call.shop.sessions.get(id);
  if (!session)
    return { [field]: { calculatedOrder: null, userErrors: [error('The edit does not exist.')] } };
  session.steps.push(step);
  return { [field]: { calculatedOrder: { id }, userErrors: [] } };
}
