import { toGid } from '../gid.ts';
import type { Agreement, Fulfillment, LineItem, Order, OrderEvent } from '../shop/order.ts';
import { connectionOf, type PageArgs } from './connection.ts';
import { asNode, type Field, type TypeResolvers } from './context.ts';

const fulfillment: Readonly<Record<string, Field<Fulfillment>>> = {
  id: (each) => toGid('Fulfillment', each.id),
  legacyResourceId: (each) => String(each.id),
  totalQuantity: (each) => each.lines.reduce((sum, line) => sum + line.quantity, 0),
  requiresShipping: () => true,
  service: (each) => ({
    id: toGid('FulfillmentService', 61_000_000 + each.service.handle.length),
    handle: each.service.handle,
    serviceName: each.service.name,
    type: each.service.type,
  }),
  location: (each) => ({
    id: toGid('Location', 71_000_000 + each.location.length),
    legacyResourceId: String(71_000_000 + each.location.length),
    name: each.location,
  }),
  order: (each, _, { shop }) => {
    const index = shop.ids.indexOfPart('fulfillment', each.id);
    return index === null ? null : shop.orders.peek(index);
  },
  trackingInfo: (each) => (each.tracking === null ? [] : [{ ...each.tracking, url: null }]),
};

const event: Readonly<Record<string, Field<OrderEvent>>> = {
  id: (each) => toGid('BasicEvent', each.id),
  secondaryMessage: () => null,
  attributeToApp: (each) => each.byApp,
  attributeToUser: (each) => each.byUser,
  criticalAlert: () => false,
  subjectId: (each, _, { shop }) =>
    toGid('Order', shop.ids.orderId(shop.ids.indexOfPart('event', each.id) ?? 0)),
};

interface AgreementSource {
  readonly order: Order;
  readonly agreement: Agreement;
}

const agreement: Readonly<Record<string, Field<AgreementSource>>> = {
  id: ({ agreement }) => toGid('SalesAgreement', agreement.id),
  happenedAt: ({ agreement }) => agreement.happenedAt,
  reason: ({ agreement }) => agreement.reason,
};

const sales: Field<AgreementSource, PageArgs> = ({ order, agreement }, args, context) =>
  connectionOf(
    agreement.sales.map((sale) =>
      asNode('ProductSale', {
        ...sale,
        reason: agreement.reason,
        item: order.items.find((item) => item.id === sale.lineId) ?? null,
      }),
    ),
    args,
    context,
  );

interface SaleSource {
  readonly lineId: number;
  readonly quantity: number;
  readonly amount: number;
  readonly reason: Agreement['reason'];
  readonly item: LineItem | null;
}

const sale: Readonly<Record<string, Field<SaleSource>>> = {
  id: (each) => toGid('Sale', each.lineId),
  actionType: (each) => (each.reason === 'ORDER' ? 'ORDER' : 'UPDATE'),
  lineType: (each) => (each.item?.isGiftCard === true ? 'GIFT_CARD' : 'PRODUCT'),
  totalAmount: (each) => each.amount,
  lineItem: (each) => each.item,
};

/** Resolvers of what happened to an order: fulfilments, timeline and agreements. */
export const orderHistoryResolvers: Readonly<Record<string, TypeResolvers>> = {
  Fulfillment: fulfillment,
  BasicEvent: event,
  OrderAgreement: { ...agreement, sales },
  OrderEditAgreement: { ...agreement, sales },
  ProductSale: sale,
};
