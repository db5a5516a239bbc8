import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InspectedOrder } from './inspect.ts';
import type { ErrorType } from './merchants/order-plan.ts';
import { startDemo, type Demo } from './start-demo.ts';
import { clientOf, mutate, type DemoClient } from './test-support/demo-client.ts';

const CODED = 'userErrors { field message code }';
const PLAIN = 'userErrors { field message }';
const id = (value: string) => ({ type: 'ID!', value });
const gid = (type: string, number: number): string => `gid://shopify/${type}/${number}`;

describe('mutations over HTTP', () => {
  let demo: Demo;
  let client: DemoClient;
  let domain: string;
  const used = new Map<ErrorType, number>();
  beforeAll(async () => {
    demo = await startDemo({ orders: 400, stores: 1, indexLagMs: 0, reprocessDelayMs: 1 });
    client = clientOf(demo);
    domain = client.store.domain;
  });
  afterAll(() => demo.close());

  /** An order of this kind that no other test has touched. */
  const fresh = (error: ErrorType, wanted: (order: InspectedOrder) => boolean = () => true) => {
    const all = demo.inspect(domain).withError(error);
    for (let at = used.get(error) ?? 0; at < all.length; at++) {
      const found = all[at];
      if (found === undefined || !wanted(found)) continue;
      used.set(error, at + 1);
      return found;
    }
    throw new Error(`There is no fresh order with ${error}.`);
  };
  const order = (reference: string) => demo.inspect(domain).order(reference);

  describe('tags', () => {
    it('are added once, compared without case, and leave a timeline entry', async () => {
      const target = order('#AN-1100').order;
      const gidOf = gid('Order', target.id);
      const eventsBefore = target.events.length;
      const add = (tags: string[]) =>
        mutate(client, 'tagsAdd', `node { ... on Order { tags } } ${PLAIN}`, {
          id: id(gidOf),
          tags: { type: '[String!]!', value: tags },
        });

      const first = await add(['Checked']);
      expect(first.userErrors).toEqual([]);
      expect(first.payload).toMatchObject({ node: { tags: expect.arrayContaining(['Checked']) } });
      const after = order('#AN-1100').order;
      expect(after.events.at(-1)).toMatchObject({
        message: 'Order desk added the tag Checked to this order.',
        appTitle: 'Order desk',
        byApp: true,
      });
      const stamp = after.updatedAt;

      await add(['checked']);
      expect(order('#AN-1100').order.tags.filter((tag) => tag.toLowerCase() === 'checked')).toEqual([
        'Checked',
      ]);
      expect(order('#AN-1100').order.events).toHaveLength(eventsBefore + 1);
      expect(order('#AN-1100').order.updatedAt).toBe(stamp);
      expect(demo.inspect(domain).mutations.at(-1)).toMatchObject({
        mutation: 'tagsAdd',
        effect: 'nothing_to_do',
      });
    });

    it('are removed without regard to case, also from products', async () => {
      const product = demo.inspect(domain).products.find((each) => each.tags.includes('bigblue-ignore'));
      if (product === undefined) throw new Error('A product is shipped outside.');
      const { payload } = await mutate(client, 'tagsRemove', `node { ... on Product { tags } } ${PLAIN}`, {
        id: id(gid('Product', product.id)),
        tags: { type: '[String!]!', value: ['BIGBLUE-IGNORE'] },
      });
      expect(payload).toEqual({ node: { tags: ['dropship'] } });
    });

    it.each([
      ['an order that does not exist', gid('Order', 5_800_000_000_001), ['x'], 'Order does not exist'],
      ['a product that does not exist', gid('Product', 1), ['x'], 'Product does not exist'],
      ['something without tags', gid('LineItem', 1), ['x'], 'Resource does not exist or cannot be tagged'],
    ])('are refused on %s', async (_, target, tags, message) => {
      const { userErrors } = await mutate(client, 'tagsAdd', PLAIN, {
        id: id(target),
        tags: { type: '[String!]!', value: tags },
      });
      expect(userErrors).toEqual([{ field: ['id'], message }]);
    });

    it('longer than 40 characters are refused', async () => {
      const target = order('#AN-1101').order;
      const { userErrors } = await mutate(client, 'tagsAdd', PLAIN, {
        id: id(gid('Order', target.id)),
        tags: { type: '[String!]!', value: ['x'.repeat(41)] },
      });
      expect(userErrors).toMatchObject([{ field: ['tags'] }]);
      expect(order('#AN-1101').order.tags).not.toContain('x'.repeat(41));
    });
  });

  describe('orderUpdate', () => {
    const update = (input: Record<string, unknown>) =>
      mutate(client, 'orderUpdate', `order { shippingAddress { zip city company } } ${PLAIN}`, {
        input: { type: 'OrderInput!', value: input },
      });

    it('replaces the address as a whole: what is left out is gone', async () => {
      const target = fresh('postal_code_missing').order;
      const { payload } = await update({
        id: gid('Order', target.id),
        shippingAddress: { address1: '1 Main Street', city: 'Cork', zip: 'T12 W8KP', countryCode: 'IE' },
      });
      expect(payload).toEqual({
        order: { shippingAddress: { zip: 'T12 W8KP', city: 'Cork', company: null } },
      });
      expect(order(target.name).order.shippingAddress).toMatchObject({ firstName: null, countryCode: 'IE' });
    });

    it('refuses a postal code of the wrong form but takes an address without one', async () => {
      const target = fresh('postal_code_missing').order;
      const before = target.updatedAt;
      const address = { address1: '1 rue Haute', city: 'Paris', countryCode: 'FR' };
      const wrong = await update({ id: gid('Order', target.id), shippingAddress: { ...address, zip: '12' } });
      expect(wrong.userErrors).toEqual([
        { field: ['shippingAddress', 'zip'], message: 'Zip is not valid for France' },
      ]);
      expect(order(target.name).order.updatedAt).toBe(before);
      const none = await update({ id: gid('Order', target.id), shippingAddress: address });
      expect(none.userErrors).toEqual([]);
    });

    it('replaces all tags', async () => {
      const target = order('#AN-1102').order;
      await update({ id: gid('Order', target.id), tags: ['one', 'two'] });
      expect(order('#AN-1102').order.tags).toEqual(['one', 'two']);
    });
  });

  describe('payment', () => {
    const pay = (value: string) =>
      mutate(client, 'orderMarkAsPaid', `order { displayFinancialStatus } ${PLAIN}`, {
        input: { type: 'OrderMarkAsPaidInput!', value: { id: value } },
      });

    it('orderMarkAsPaid pays once', async () => {
      const target = fresh('payment_pending', (each) => each.order.financialStatus === 'PENDING').order;
      expect((await pay(gid('Order', target.id))).payload).toEqual({
        order: { displayFinancialStatus: 'PAID' },
      });
      expect((await pay(gid('Order', target.id))).userErrors).toEqual([
        { field: ['id'], message: 'Order cannot be marked as paid' },
      ]);
    });

    it('paymentReminderSend needs an open payment schedule', async () => {
      const target = fresh(
        'payment_pending',
        (each) => each.order.paymentTerms !== null && each.order.email !== null,
      ).order;
      const schedule = gid('PaymentSchedule', target.paymentTerms?.schedule.id ?? 0);
      const send = () =>
        mutate(client, 'paymentReminderSend', `success ${CODED}`, { paymentScheduleId: id(schedule) });
      expect((await send()).payload).toEqual({ success: true });
      expect(order(target.name).order.events.at(-1)?.message).toContain('sent a payment reminder');
      await pay(gid('Order', target.id));
      expect((await send()).userErrors).toMatchObject([{ code: 'PAYMENT_REMINDER_SEND_UNSUCCESSFUL' }]);
    });

    it('orderInvoiceSend needs an address to send to and a balance', async () => {
      const invoice = (value: string) => mutate(client, 'orderInvoiceSend', CODED, { id: id(value) });
      const target = fresh(
        'payment_pending',
        (each) => each.order.email !== null && each.order.financialStatus === 'PENDING',
      ).order;
      expect((await invoice(gid('Order', target.id))).userErrors).toEqual([]);
      const paid = [...demo.inspect(domain).orders()].find(
        (each) => each.seededAs?.role === 'synced' && each.order.financialStatus === 'PAID',
      );
      expect((await invoice(gid('Order', paid?.order.id ?? 0))).userErrors).toEqual([
        {
          field: ['id'],
          message: 'Order has no outstanding balance.',
          code: 'ORDER_INVOICE_SEND_UNSUCCESSFUL',
        },
      ]);
    });
  });

  it('fulfillmentCancel reopens the order and works once', async () => {
    const target = fresh('order_already_fulfilled');
    const fulfillment = gid('Fulfillment', target.order.fulfillments[0]?.id ?? 0);
    const cancel = () =>
      mutate(
        client,
        'fulfillmentCancel',
        `fulfillment { status order { displayFulfillmentStatus } } ${PLAIN}`,
        { id: id(fulfillment) },
      );
    expect((await cancel()).payload).toEqual({
      fulfillment: { status: 'CANCELLED', order: { displayFulfillmentStatus: 'UNFULFILLED' } },
    });
    expect((await cancel()).userErrors).toEqual([
      { field: ['id'], message: 'Fulfillment is already cancelled.' },
    ]);
  });

  it('inventoryItemUpdate makes a variant physical', async () => {
    const variant = demo.inspect(domain).variants.find((each) => !each.requiresShipping && each.sku !== null);
    if (variant === undefined) throw new Error('A variant was unticked.');
    const update = (value: string) =>
      mutate(client, 'inventoryItemUpdate', `inventoryItem { requiresShipping } ${PLAIN}`, {
        id: id(value),
        input: { type: 'InventoryItemInput!', value: { requiresShipping: true } },
      });
    expect((await update(gid('InventoryItem', variant.inventoryItemId))).payload).toEqual({
      inventoryItem: { requiresShipping: true },
    });
    expect((await update(gid('InventoryItem', 1))).userErrors).toEqual([
      { field: ['id'], message: "The inventory item couldn't be found." },
    ]);
  });

  it('several aliased mutations of one request run in order', async () => {
    const target = gid('Order', order('#AN-1103').order.id);
    const answer = await client.ask(`mutation {
      a: tagsAdd(id: "${target}", tags: ["serial"]) { node { ... on Order { tags } } }
      b: tagsRemove(id: "${target}", tags: ["serial"]) { node { ... on Order { tags } } }
    }`);
    expect(answer.errors).toBeUndefined();
    expect(order('#AN-1103').order.tags).not.toContain('serial');
    expect(answer.extensions?.cost.requestedQueryCost).toBe(20);
  });

  describe('orderCreate', () => {
    const create = (value: Record<string, unknown>) =>
      mutate(
        client,
        'orderCreate',
        `order { id name sourceIdentifier displayFinancialStatus lineItems(first: 5) { nodes { requiresShipping } } } ${CODED}`,
        {
          order: { type: 'OrderCreateOrderInput!', value },
        },
      );
    const line = () => ({
      variantId: gid('ProductVariant', demo.inspect(domain).variants[0]?.id ?? 0),
      quantity: 1,
    });

    it('makes an order, and a second one with the same sourceIdentifier, too', async () => {
      const one = await create({
        lineItems: [{ ...line(), requiresShipping: true }],
        sourceIdentifier: 'write-1',
        financialStatus: 'PAID',
      });
      const two = await create({ lineItems: [line()], sourceIdentifier: 'write-1' });
      expect(one.payload).toMatchObject({
        order: { displayFinancialStatus: 'PAID', lineItems: { nodes: [{ requiresShipping: true }] } },
      });
      expect(two.payload).toMatchObject({
        order: { displayFinancialStatus: 'PENDING', lineItems: { nodes: [{ requiresShipping: false }] } },
      });
      const found = await client.ask(
        `{ orders(first: 5, query: "source_identifier:'write-1'") { nodes { sourceIdentifier } } }`,
      );
      expect(found.data).toEqual({
        orders: { nodes: [{ sourceIdentifier: 'write-1' }, { sourceIdentifier: 'write-1' }] },
      });
    });

    it('is refused without items and with a variant that is gone', async () => {
      expect((await create({ lineItems: [] })).userErrors).toMatchObject([
        { code: 'INVALID', field: ['order', 'lineItems'] },
      ]);
      expect(
        (await create({ lineItems: [{ variantId: gid('ProductVariant', 1), quantity: 1 }] })).userErrors,
      ).toMatchObject([{ code: 'INVALID', message: 'Variant does not exist' }]);
    });
  });
});
