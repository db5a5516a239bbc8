import { toGid, parseGid } from '../gid.ts';
import type { Order } from '../shop/order.ts';
import { currentTotalOf } from '../shop/order-facts.ts';
import type { Shop } from '../shop/shop.ts';
import { connectionOf, type PageArgs } from './connection.ts';
import { asNode, type Field, type TypeResolvers } from './context.ts';

/** A line of an order while it is edited: the order's own lines and added ones, with their staged quantity. */
export interface StagedLine {
  /** Number of the CalculatedLineItem; the line item's own number, or a fresh one for an added line. */
  readonly id: number;
  readonly added: boolean;
  readonly variantId: number | null;
  readonly title: string;
  readonly variantTitle: string | null;
  readonly sku: string | null;
  readonly unitPrice: number;
  readonly before: number;
  readonly fulfilled: number;
  quantity: number;
}

/** An order edit that was begun; it touches the order only when it is committed, and ends with that. */
export interface EditSession {
  readonly id: number;
  readonly index: number;
  readonly lines: StagedLine[];
  readonly shipping: { readonly title: string; readonly price: number }[];
}

/** The open edit sessions of one store. */
export interface EditSessions {
  begin(order: Order): EditSession;
  /** By the id of the calculated order or of the session; null once committed. */
  find(gid: string): EditSession | null;
  nodeOf(type: string, id: number): object | null;
  nextLineId(): number;
  close(session: EditSession): void;
}

const FIRST_SESSION = 900_100_000;

/** No sessions yet. */
export function createEditSessions(): EditSessions {
  const open = new Map<number, EditSession>();
  let sessions = FIRST_SESSION;
  let addedLines = 77_000_000_000;
  return {
    begin: (order) => {
      const session: EditSession = {
        id: sessions++,
        index: order.index,
        shipping: [],
        lines: order.items.map((item) => ({
          id: item.id,
          added: false,
          variantId: item.variantId,
          title: item.title,
          variantTitle: item.variantTitle,
          sku: item.sku,
          unitPrice: item.unitPrice,
          before: item.currentQuantity,
          fulfilled: item.fulfilledQuantity,
          quantity: item.currentQuantity,
        })),
      };
      open.set(session.id, session);
      return session;
    },
    find: (gid) => {
      const parsed = parseGid(gid);
      return parsed !== null && ['CalculatedOrder', 'OrderEditSession'].includes(parsed.type)
        ? (open.get(parsed.number) ?? null)
        : null;
    },
    nodeOf: (type, id) => {
      const session = open.get(id);
      return session === undefined
        ? null
        : asNode(type, type === 'OrderEditSession' ? sessionSource(session) : { session });
    },
    nextLineId: () => addedLines++,
    close: (session) => {
      open.delete(session.id);
    },
  };
}

/** The payload parts every order edit mutation gives back. */
export function editPayload(session: EditSession): { calculatedOrder: object; orderEditSession: object } {
  return { calculatedOrder: { session }, orderEditSession: sessionSource(session) };
}

function sessionSource(session: EditSession): { id: string } {
  return { id: toGid('OrderEditSession', session.id) };
}

interface CalculatedOrderSource {
  readonly session: EditSession;
}

/** What the order would cost if the session were committed, in minor units. */
function stagedTotalOf(session: EditSession, order: Order): number {
  const goods = session.lines.reduce((sum, line) => sum + line.unitPrice * line.quantity, 0);
  const shipping = [...order.shippingLines, ...session.shipping].reduce((sum, line) => sum + line.price, 0);
  return goods + shipping;
}

const orderOf = (session: EditSession, shop: Shop): Order => {
  const order = shop.orders.peek(session.index);
  if (order === null) throw new Error('An edit session belongs to an order.');
  return order;
};

const calculatedOrder: Readonly<Record<string, Field<CalculatedOrderSource>>> = {
  id: ({ session }) => toGid('CalculatedOrder', session.id),
  originalOrder: ({ session }, _, { shop }) => orderOf(session, shop),
  shippingLines: ({ session }, _, { shop }) => [
    ...orderOf(session, shop).shippingLines.map((line) => ({
      id: null,
      title: line.title,
      price: line.price,
      stagedStatus: 'NONE',
    })),
    ...session.shipping.map((line, at) => stagedShippingLine(session, at, line)),
  ],
  subtotalLineItemsQuantity: ({ session }) => session.lines.reduce((sum, line) => sum + line.quantity, 0),
  totalPriceSet: ({ session }, _, { shop }) => stagedTotalOf(session, orderOf(session, shop)),
  totalOutstandingSet: ({ session }, _, { shop }) => {
    const order = orderOf(session, shop);
    return Math.max(0, stagedTotalOf(session, order) - order.paid);
  },
};

/** A staged shipping line as the API shows it. */
export function stagedShippingLine(
  session: EditSession,
  at: number,
  line: EditSession['shipping'][number],
): { id: string; title: string; price: number; stagedStatus: string } {
  return { id: toGid('CalculatedShippingLine', session.id * 10 + at), ...line, stagedStatus: 'ADDED' };
}

const lineItems: Field<CalculatedOrderSource, PageArgs> = ({ session }, args, context) =>
  connectionOf(
    session.lines.filter((line) => !line.added),
    args,
    context,
  );
const addedLineItems: Field<CalculatedOrderSource, PageArgs> = ({ session }, args, context) =>
  connectionOf(
    session.lines.filter((line) => line.added),
    args,
    context,
  );

const calculatedLine: Readonly<Record<string, Field<StagedLine>>> = {
  id: (line) => toGid('CalculatedLineItem', line.id),
  editableQuantity: (line) => Math.max(0, line.quantity - line.fulfilled),
  editableQuantityBeforeChanges: (line) => Math.max(0, line.before - line.fulfilled),
  restockable: () => true,
  variant: (line, _, { shop }) =>
    line.variantId === null ? null : (shop.catalogue.variants.get(line.variantId) ?? null),
  originalUnitPriceSet: (line) => line.unitPrice,
};

/** Resolvers of the calculated order and its lines. */
export const editResolvers: Readonly<Record<string, TypeResolvers>> = {
  CalculatedOrder: { ...calculatedOrder, lineItems, addedLineItems },
  CalculatedLineItem: calculatedLine,
};

/** Whether the order owes more after an edit than was paid, which reopens its payment. */
export function reopensPayment(order: Order): boolean {
  return order.financialStatus === 'PAID' && currentTotalOf(order) > order.paid;
}
