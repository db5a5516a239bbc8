import { addressAnswer, iso, inventoryItemOf, money, orderOf, text, type Handler } from './fake-call.ts';
import type { FakeOrder } from './fake-shop.ts';

const versionOf = ({ gid, updatedAt }: FakeOrder) => ({ id: gid, updatedAt: iso(updatedAt) });

/** What a fake store answers to reads. */
export const READS: Readonly<Record<string, Handler>> = {
  ShopProbe: () => ({
    shop: { name: 'Fake', myshopifyDomain: 'fake.myshopify.com', currencyCode: 'EUR' },
    currentAppInstallation: { accessScopes: [] },
  }),
  OrderTags: (call) => {
    const order = orderOf(call);
    return { order: order ? { ...versionOf(order), tags: [...order.tags] } : null };
  },
  OrderState: (call) => {
    const order = orderOf(call);
    return {
      order: order
        ? {
            ...versionOf(order),
            displayFinancialStatus: order.status,
            canMarkAsPaid: order.status !== 'PAID' && order.status !== 'VOIDED',
            merchantEditable: order.editable,
            merchantEditableErrors: order.editable ? [] : ['The order is archived.'],
          }
        : null,
    };
  },
  OrderFulfilled: (call) => {
    const order = orderOf(call);
    return {
      order: order
        ? {
            ...versionOf(order),
            displayFulfillmentStatus: order.fulfillments.some(({ status }) => status === 'SUCCESS')
              ? 'FULFILLED'
              : 'UNFULFILLED',
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
        customAttributes: [],
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
