import {
  type Call,
  addressAnswer,
  error,
  iso,
  inventoryItemOf,
  list,
  orderOf,
  record,
  text,
  texts,
  touch,
  type Handler,
} from './fake-call.ts';
import { ADDRESS, type FakeOrder, orderGid } from './fake-shop.ts';

function changeTags(
  call: Call,
  field: string,
  change: (tags: string[], wanted: string[]) => string[],
): unknown {
  const { shop, variables, now } = call;
  const id = text(variables['id']);
  const wanted = list(variables['tags']).map(String);
  const order = shop.orders.get(id);
  const holder = order ?? shop.products.get(id);
  if (!holder) return { [field]: { node: null, userErrors: [error('Not found')] } };
  holder.tags = change(holder.tags, wanted);
  if (order) touch(call, order, `${field} ${wanted.join(',')}`);
  else shop.effects.push(`${id} ${field} ${wanted.join(',')}`);
  const node = { __typename: order ? 'Order' : 'Product', tags: [...holder.tags], updatedAt: iso(now) };
  return { [field]: { node, userErrors: [] } };
}

const isIn = (tags: readonly string[], tag: string): boolean =>
  tags.some((it) => it.toLowerCase() === tag.toLowerCase());

/** What a fake store lets take effect, and answers. */
export const WRITES: Readonly<Record<string, Handler>> = {
  TagsAdd: (call) =>
    changeTags(call, 'tagsAdd', (tags, wanted) => [...tags, ...wanted.filter((tag) => !isIn(tags, tag))]),
  TagsRemove: (call) =>
    changeTags(call, 'tagsRemove', (tags, wanted) => tags.filter((tag) => !isIn(wanted, tag))),
  OrderAddressSet: (call) => {
    const order = orderOf(call);
    if (!order) return { orderUpdate: { order: null, userErrors: [error('Order not found')] } };
    const address = texts(call.variables['address']);
    if (address['zip'] === 'BAD')
      return { orderUpdate: { order: null, userErrors: [error('Zip is not valid for Ireland')] } };
    const was = order.address?.['zip'] ?? null;
    // As Shopify does: what is not in the input is gone.
    order.address = { ...Object.fromEntries(Object.keys(ADDRESS).map((key) => [key, null])), ...address };
    touch(call, order, 'address');
    call.shop.zips.push(`${was} -> ${order.address['zip'] ?? null}`);
    return {
      orderUpdate: {
        order: { id: order.gid, updatedAt: iso(order.updatedAt), shippingAddress: addressAnswer(order) },
        userErrors: [],
      },
    };
  },
  OrderMarkAsPaid: (call) => {
    const order = orderOf(call);
    if (!order || order.status === 'PAID') {
      return { orderMarkAsPaid: { order: null, userErrors: [error('Order cannot be marked as paid.')] } };
    }
    order.status = 'PAID';
    order.payments += 1;
    touch(call, order, 'paid');
    return {
      orderMarkAsPaid: {
        order: { id: order.gid, updatedAt: iso(order.updatedAt), displayFinancialStatus: 'PAID' },
        userErrors: [],
      },
    };
  },
  FulfillmentCancel: (call) => {
    const id = text(call.variables['id']);
    for (const order of call.shop.orders.values()) {
      const fulfillment = order.fulfillments.find((it) => it.id === id);
      if (!fulfillment || fulfillment.status !== 'SUCCESS') continue;
      fulfillment.status = 'CANCELLED';
      touch(call, order, 'fulfillment cancelled');
      return { fulfillmentCancel: { fulfillment: { ...fulfillment }, userErrors: [] } };
    }
    return {
      fulfillmentCancel: { fulfillment: null, userErrors: [error('Fulfillment cannot be cancelled.')] },
    };
  },
  PaymentReminderSend: (call) => {
    for (const order of call.shop.orders.values()) {
      if (!order.schedules.some(({ id }) => id === call.variables['schedule'])) continue;
      order.mails += 1;
      touch(call, order, 'reminded');
      return { paymentReminderSend: { success: true, userErrors: [] } };
    }
    return { paymentReminderSend: { success: false, userErrors: [error('Not found')] } };
  },
  OrderInvoiceSend: (call) => {
    const order = orderOf(call);
    if (!order) return { orderInvoiceSend: { order: null, userErrors: [error('Not found')] } };
    order.mails += 1;
    touch(call, order, 'invoiced');
    order.events.push({
      id: `e${order.mails}`,
      action: 'mail_sent',
      message: 'Invoice sent to a@example.com.',
      at: call.now,
    });
    return {
      orderInvoiceSend: { order: { id: order.gid, updatedAt: iso(order.updatedAt) }, userErrors: [] },
    };
  },
  OrderCreate: (call) => {
    const { shop, now } = call;
    const input = record(call.variables['order']);
    const sourceIdentifier = text(input['sourceIdentifier']);
    shop.nextId += 1;
    const gid = orderGid(shop.nextId);
    const [template] = shop.orders.values();
    if (!template) throw new Error('The fake store has no order to copy.');
    const order: FakeOrder = {
      ...structuredClone(template),
      gid,
      name: `#${shop.nextId}`,
      updatedAt: now,
      createdAt: now,
      tags: list(input['tags']).map(String),
      sourceIdentifier,
    };
    shop.orders.set(gid, order);
    shop.effects.push(`${order.name} created for ${sourceIdentifier}`);
    return {
      orderCreate: {
        order: { id: gid, updatedAt: iso(now), name: order.name, sourceIdentifier },
        userErrors: [],
      },
    };
  },
  RequiresShippingSet: ({ shop, variables }) => {
    const id = text(variables['id']);
    const variant = [...shop.variants.values()].find(({ gid }) => inventoryItemOf(gid) === id);
    if (!variant) return { inventoryItemUpdate: { inventoryItem: null, userErrors: [error('Not found')] } };
    variant.ships = variables['requiresShipping'] === true;
    shop.effects.push(`${variant.gid} ships ${variant.ships}`);
    return {
      inventoryItemUpdate: { inventoryItem: { id, requiresShipping: variant.ships }, userErrors: [] },
    };
  },
  VariantSkuSet: ({ shop, variables }) => {
    const variant = shop.variants.get(text(variables['variant']));
    if (!variant)
      return { productVariantsBulkUpdate: { productVariants: null, userErrors: [error('Not found')] } };
    variant.sku = text(variables['sku']);
    shop.effects.push(`${variant.gid} sku ${variant.sku}`);
    const productVariants = [{ id: variant.gid, sku: variant.sku }];
    return { productVariantsBulkUpdate: { productVariants, userErrors: [] } };
  },
  MetafieldsSet: ({ shop, variables }) => {
    const input = record(list(variables['metafields'])[0]);
    const digest = input['compareDigest'] ?? null;
    const value = text(input['value']);
    const variant = shop.variants.get(text(input['ownerId']));
    if (!variant) return { metafieldsSet: { metafields: null, userErrors: [error('Not found')] } };
    if (digest !== (variant.link?.digest ?? null)) {
      return {
        metafieldsSet: {
          metafields: null,
          userErrors: [error('The resource has been updated.', 'STALE_OBJECT')],
        },
      };
    }
    shop.nextId += 1;
    variant.link = { value, digest: `d${shop.nextId}` };
    shop.effects.push(`${variant.gid} link ${value}`);
    const metafields = [{ value, compareDigest: variant.link.digest }];
    return { metafieldsSet: { metafields, userErrors: [] } };
  },
};
