/** The state of one fake store, and what its API answers. Independent of the adapters under test. */
interface FakeOrder {
  readonly gid: string;
  name: string;
  updatedAt: number;
  tags: string[];
  address: Record<string, string | null> | null;
  status: string;
  payments: number;
  editable: boolean;
  fulfillments: { id: string; status: string }[];
  lines: { id: string; title: string; variant: string | null; quantity: number; ships: boolean }[];
  shippingTitle: string | null;
  agreements: string[];
  events: { id: string; action: string; message: string; at: number }[];
  schedules: { id: string; completedAt: number | null }[];
  mails: number;
  sourceIdentifier: string | null;
  createdAt: number;
}

interface FakeVariant {
  readonly gid: string;
  product: string;
  sku: string | null;
  ships: boolean;
  link: { value: string; digest: string } | null;
}

export interface FakeShop {
  readonly orders: Map<string, FakeOrder>;
  readonly variants: Map<string, FakeVariant>;
  readonly products: Map<string, { gid: string; tags: string[] }>;
  /** Order edits that are staged: applied on commit only. */
  readonly sessions: Map<string, { order: string; steps: ((order: FakeOrder) => void)[]; done: boolean }>;
  /** ms that the search index lags behind. */
  searchLag: number;
  /** Every effect that took place, in order: `<entity> <what>`. */
  readonly effects: string[];
  /** Every replaced postal code: `<was> -> <is>`. */
  readonly zips: string[];
  nextId: number;
}

const ADDRESS = {
  firstName: 'Aoife',
  lastName: 'Byrne',
  company: null,
  address1: '1 Main Street',
  address2: null,
  city: 'Dublin',
  provinceCode: 'D',
  zip: null,
  countryCode: 'IE',
  phone: null,
};

export function fakeShop(now: number, orders: readonly number[] = [1, 2, 3]): FakeShop {
  const shop: FakeShop = {
    orders: new Map(),
    variants: new Map(),
    products: new Map(),
    sessions: new Map(),
    searchLag: 5000,
    effects: [],
    zips: [],
    nextId: 1000,
  };
  for (const n of orders) {
    const gid = orderGid(n);
    shop.orders.set(gid, {
      gid,
      name: `#${n}`,
      updatedAt: now - 60_000,
      tags: ['bigblue-ignore', 'vip'],
      address: { ...ADDRESS },
      status: 'PENDING',
      payments: 0,
      editable: true,
      fulfillments: [{ id: `gid://shopify/Fulfillment/${n}`, status: 'SUCCESS' }],
      lines: [
        { id: `gid://shopify/LineItem/${n}`, title: 'Carafe', variant: null, quantity: 2, ships: true },
      ],
      shippingTitle: null,
      agreements: [],
      events: [],
      schedules: [{ id: `gid://shopify/PaymentSchedule/${n}`, completedAt: null }],
      mails: 0,
      sourceIdentifier: null,
      createdAt: now - 3_600_000,
    });
    const product = `gid://shopify/Product/${n}`;
    shop.products.set(product, { gid: product, tags: [] });
    const variant = `gid://shopify/ProductVariant/${n}`;
    shop.variants.set(variant, { gid: variant, product, sku: `OLD-${n}`, ships: false, link: null });
  }
  return shop;
}

export const orderGid = (n: number): string => `gid://shopify/Order/${n}`;
const iso = (at: number): string => new Date(at).toISOString();
type Variables = Readonly<Record<string, unknown>>;
const text = (value: unknown): string => String(value);
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const record = (value: unknown): Readonly<Record<string, unknown>> => ({ ...(isObject(value) ? value : {}) });
const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const texts = (value: unknown): Record<string, string | null> =>
  Object.fromEntries(
    Object.entries(record(value)).map(([key, it]) => [key, typeof it === 'string' ? it : null]),
  );
const error = (message: string, code?: string) => ({ field: null, message, code: code ?? null });

/** Answers one operation, after letting it take effect. */
export function answerOf(shop: FakeShop, operation: string, variables: Variables, now: number): unknown {
  const handler = READS[operation] ?? WRITES[operation];
  if (!handler) throw new Error(`The fake store does not know ${operation}.`);
  return handler({ shop, variables, now });
}

interface Call {
  readonly shop: FakeShop;
  readonly variables: Variables;
  readonly now: number;
}
type Handler = (call: Call) => unknown;

const orderOf = ({ shop, variables }: Call): FakeOrder | undefined => shop.orders.get(text(variables['id']));

function touch({ shop, now }: Call, order: FakeOrder, what: string): void {
  order.updatedAt = now;
  shop.effects.push(`${order.name} ${what}`);
}

const money = { shopMoney: { amount: '10.00', currencyCode: 'EUR' } };
const addressAnswer = (order: FakeOrder) =>
  order.address && { ...order.address, countryCode: undefined, countryCodeV2: order.address['countryCode'] };

const READS: Readonly<Record<string, Handler>> = {
  ShopProbe: () => ({
    shop: { name: 'Fake', myshopifyDomain: 'fake.myshopify.com', currencyCode: 'EUR' },
    currentAppInstallation: { accessScopes: [] },
  }),
  OrderState: (call) => {
    const order = orderOf(call);
    return {
      order: order
        ? {
            id: order.gid,
            updatedAt: iso(order.updatedAt),
            tags: [...order.tags],
            cancelledAt: null,
            displayFinancialStatus: order.status,
            displayFulfillmentStatus: order.fulfillments.some(({ status }) => status === 'SUCCESS')
              ? 'FULFILLED'
              : 'UNFULFILLED',
            canMarkAsPaid: order.status !== 'PAID' && order.status !== 'VOIDED',
            merchantEditable: order.editable,
            merchantEditableErrors: order.editable ? [] : ['The order is archived.'],
            fulfillments: order.fulfillments.map((it) => ({ ...it })),
          }
        : null,
    };
  },
  OrderAddress: (call) => {
    const order = orderOf(call);
    return {
      order: order
        ? { id: order.gid, updatedAt: iso(order.updatedAt), shippingAddress: addressAnswer(order) }
        : null,
    };
  },
  OrderPaymentTerms: (call) => {
    const order = orderOf(call);
    const nodes = (order?.schedules ?? []).map(({ id, completedAt }) => ({
      id,
      dueAt: null,
      completedAt: completedAt === null ? null : iso(completedAt),
    }));
    return {
      order: order
        ? {
            id: order.gid,
            paymentTerms: { paymentTermsName: 'Net 30', overdue: false, paymentSchedules: { nodes } },
          }
        : null,
    };
  },
  OrderAgreements: (call) => {
    const order = orderOf(call);
    const nodes = (order?.agreements ?? []).map((id) => ({
      id,
      happenedAt: iso(call.now),
      reason: 'ORDER_EDIT',
    }));
    return { order: order ? { agreements: { nodes } } : null };
  },
  OrderEvents: (call) => {
    const nodes = (orderOf(call)?.events ?? []).map(({ id, action, message, at }) => ({
      id,
      action,
      message,
      createdAt: iso(at),
      appTitle: null,
      attributeToApp: false,
      attributeToUser: false,
    }));
    return { order: { events: { nodes } } };
  },
  OrderLines: (call) => {
    const order = orderOf(call);
    const nodes = (order?.lines ?? []).map(({ id, title, variant, quantity, ships }) => ({
      id,
      title,
      variantTitle: null,
      sku: null,
      quantity,
      currentQuantity: quantity,
      nonFulfillableQuantity: 0,
      requiresShipping: ships,
      variant: variant === null ? null : { id: variant },
      product: null,
    }));
    return {
      order: order ? { lineItems: { nodes, pageInfo: { hasNextPage: false, endCursor: null } } } : null,
    };
  },
  OrderShippingLines: (call) => {
    const order = orderOf(call);
    const nodes = order?.shippingTitle == null ? [] : [{ title: order.shippingTitle }];
    return { order: order ? { shippingLines: { nodes } } : null };
  },
  OrdersBySource: ({ shop, variables, now }) => {
    const nodes = [...shop.orders.values()]
      .filter(
        ({ sourceIdentifier, createdAt }) =>
          sourceIdentifier !== null &&
          text(variables['query']).includes(sourceIdentifier) &&
          createdAt + shop.searchLag <= now,
      )
      .map(({ gid, name, sourceIdentifier, createdAt }) => ({
        id: gid,
        name,
        sourceIdentifier,
        createdAt: iso(createdAt),
      }));
    return { orders: { nodes } };
  },
  OrderToRecreate: (call) => {
    const order = orderOf(call);
    if (!order) return { order: null };
    const nodes = order.lines.map(({ id, title, variant, quantity, ships }) => ({
      id,
      title,
      variantTitle: null,
      sku: null,
      vendor: null,
      quantity,
      currentQuantity: quantity,
      requiresShipping: ships,
      isGiftCard: false,
      variant: variant === null ? null : { id: variant },
      product: null,
      discountedUnitPriceSet: money,
      customAttributes: [],
    }));
    return {
      order: {
        id: order.gid,
        name: order.name,
        note: null,
        tags: order.tags,
        test: false,
        displayFinancialStatus: order.status,
        email: 'a@example.com',
        phone: null,
        currentTotalPriceSet: money,
        shippingAddress: addressAnswer(order),
        shippingLine:
          order.shippingTitle === null
            ? null
            : { title: order.shippingTitle, code: null, originalPriceSet: money },
        lineItems: { nodes, pageInfo: { hasNextPage: false, endCursor: null } },
      },
    };
  },
  VariantState: ({ shop, variables, now }) => {
    const variant = shop.variants.get(text(variables['id']));
    return {
      productVariant: variant
        ? {
            id: variant.gid,
            updatedAt: iso(now),
            sku: variant.sku,
            product: { id: variant.product },
            inventoryItem: { id: inventoryItemOf(variant.gid), requiresShipping: variant.ships },
            metafield: variant.link && { value: variant.link.value, compareDigest: variant.link.digest },
          }
        : null,
    };
  },
  ProductState: ({ shop, variables, now }) => {
    const product = shop.products.get(text(variables['id']));
    return { product: product ? { id: product.gid, updatedAt: iso(now), tags: [...product.tags] } : null };
  },
};

const inventoryItemOf = (variant: string): string => variant.replace('ProductVariant', 'InventoryItem');

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

const WRITES: Readonly<Record<string, Handler>> = {
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
