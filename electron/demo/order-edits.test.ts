import { z } from 'zod';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDemo, type Demo } from './start-demo.ts';
import { clientOf, mutate, type DemoClient } from './test-support/demo-client.ts';

const PLAIN = 'userErrors { field message }';
const begun = z.object({
  calculatedOrder: z.object({
    id: z.string(),
    lineItems: z.object({ nodes: z.array(z.object({ id: z.string(), quantity: z.number() })) }),
  }),
  orderEditSession: z.object({ id: z.string() }),
});

describe('order edits', () => {
  let demo: Demo;
  let client: DemoClient;
  beforeAll(async () => {
    demo = await startDemo({ orders: 300, stores: 1 });
    client = clientOf(demo);
  });
  afterAll(() => demo.close());

  const order = (name: string) => demo.inspect(client.store.domain).order(name).order;
  const begin = async (orderId: number) => {
    const { payload, userErrors } = await mutate(
      client,
      'orderEditBegin',
      `calculatedOrder { id lineItems(first: 50) { nodes { id quantity } } } orderEditSession { id } ${PLAIN}`,
      { id: { type: 'ID!', value: `gid://shopify/Order/${orderId}` } },
    );
    expect(userErrors).toEqual([]);
    return begun.parse(payload);
  };
  const setQuantity = (session: string, line: string, quantity: number) =>
    mutate(client, 'orderEditSetQuantity', `calculatedOrder { id } ${PLAIN}`, {
      id: { type: 'ID!', value: session },
      lineItemId: { type: 'ID!', value: line },
      quantity: { type: 'Int!', value: quantity },
    });
  const commit = (session: string) =>
    mutate(client, 'orderEditCommit', `order { id } successMessages ${PLAIN}`, {
      id: { type: 'ID!', value: session },
      notifyCustomer: { type: 'Boolean', value: false },
      staffNote: { type: 'String', value: 'Removed the deleted item' },
    });

  it('touch the order only when they are committed, and commit once', async () => {
    const [target] = demo.inspect(client.store.domain).withError('product_not_found');
    const name = target?.order.name ?? '';
    const before = structuredClone(order(name));
    const { calculatedOrder } = await begin(before.id);
    const line = calculatedOrder.lineItems.nodes.at(-1)?.id ?? '';

    expect((await setQuantity(calculatedOrder.id, line, 0)).userErrors).toEqual([]);
    expect(order(name)).toEqual(before);

    expect((await commit(calculatedOrder.id)).payload).toMatchObject({ successMessages: ['Order updated'] });
    const after = order(name);
    expect(after.items.at(-1)?.currentQuantity).toBe(0);
    expect(after.agreements.map((each) => each.reason)).toEqual(['ORDER', 'ORDER_EDIT']);
    expect(after.events.at(-1)?.message).toBe('Order desk edited this order. Note: Removed the deleted item');
    const { orderEditSession } = await client.read(
      z.object({ orderEditSession: z.null() }),
      `{ orderEditSession(id: "${calculatedOrder.id.replace('CalculatedOrder', 'OrderEditSession')}") { id } }`,
    );
    expect(orderEditSession).toBeNull();

    expect((await commit(calculatedOrder.id)).userErrors).toEqual([
      { field: ['id'], message: 'The calculated order does not exist.' },
    ]);
    expect(order(name).agreements).toHaveLength(2);
  });

  it('add variants and shipping lines; a price reopens the payment', async () => {
    const [, target] = demo.inspect(client.store.domain).withError('postal_code_missing');
    const name = target?.order.name ?? '';
    expect(order(name).financialStatus).toBe('PAID');
    const { calculatedOrder, orderEditSession } = await begin(order(name).id);
    const variant = demo
      .inspect(client.store.domain)
      .variants.find((each) => !order(name).items.some((item) => item.variantId === each.id));
    await mutate(client, 'orderEditAddVariant', `calculatedLineItem { quantity } ${PLAIN}`, {
      id: { type: 'ID!', value: calculatedOrder.id },
      variantId: { type: 'ID!', value: `gid://shopify/ProductVariant/${variant?.id}` },
      quantity: { type: 'Int!', value: 2 },
    });
    await mutate(
      client,
      'orderEditAddShippingLine',
      'calculatedShippingLine { title } userErrors { field message code }',
      {
        id: { type: 'ID!', value: orderEditSession.id },
        shippingLine: {
          type: 'OrderEditAddShippingLineInput!',
          value: { title: 'Standard', price: { amount: '0', currencyCode: 'EUR' } },
        },
      },
    );
    await commit(orderEditSession.id);
    expect(order(name)).toMatchObject({ financialStatus: 'PARTIALLY_PAID' });
    expect(order(name).items.at(-1)).toMatchObject({ variantId: variant?.id, currentQuantity: 2 });
    expect(order(name).shippingLines.at(-1)).toMatchObject({ title: 'Standard', price: 0 });
    expect(order(name).agreements.at(-1)?.sales).toMatchObject([{ quantity: 2 }]);
  });

  it.each([
    [
      'a cancelled order',
      'order_cancelled',
      'The order cannot be edited: Cancelled orders cannot be edited.',
    ],
  ] as const)('are refused on %s', async (_, error, message) => {
    const [target] = demo.inspect(client.store.domain).withError(error);
    const { userErrors } = await mutate(client, 'orderEditBegin', PLAIN, {
      id: { type: 'ID!', value: `gid://shopify/Order/${target?.order.id}` },
    });
    expect(userErrors).toEqual([{ field: ['id'], message }]);
  });

  it('refuse negative quantities, lines they do not have, and a wrong currency', async () => {
    const { calculatedOrder } = await begin(order('#AN-1050').id);
    const line = calculatedOrder.lineItems.nodes[0]?.id ?? '';
    expect((await setQuantity(calculatedOrder.id, line, -1)).userErrors).toMatchObject([
      { field: ['quantity'] },
    ]);
    expect(
      (await setQuantity(calculatedOrder.id, 'gid://shopify/CalculatedLineItem/1', 1)).userErrors,
    ).toMatchObject([{ field: ['lineItemId'] }]);
    const shipping = await mutate(client, 'orderEditAddShippingLine', 'userErrors { field message code }', {
      id: { type: 'ID!', value: calculatedOrder.id },
      shippingLine: {
        type: 'OrderEditAddShippingLineInput!',
        value: { title: 'X', price: { amount: '1', currencyCode: 'GBP' } },
      },
    });
    expect(shipping.userErrors).toMatchObject([{ code: 'INVALID' }]);
    expect((await commit(calculatedOrder.id)).userErrors).toMatchObject([
      { message: 'There are no changes to commit.' },
    ]);
  });
});
