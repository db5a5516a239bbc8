import { numberOfGid } from '../../gid.ts';
import type { Order } from '../../shop/order.ts';
import { canMarkAsPaid, currentTotalOf, outstandingOf } from '../../shop/order-facts.ts';
import { addTags, changeOrder, type Shop } from '../../shop/shop.ts';
import { asNode, type TypeResolvers } from '../context.ts';
import { addressErrors, addressOf, type AddressInput } from './address.ts';
import { done, mutation, refuse, refuseAll } from './mutation.ts';
import { MAX_TAG_LENGTH } from './tags.ts';

interface OrderInput {
  readonly id: string;
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly note?: string | null;
  readonly tags?: readonly string[] | null;
  readonly shippingAddress?: AddressInput | null;
}

/** The order of a gid, or null. */
export function orderOfGid(shop: Shop, gid: string): Order | null {
  const id = numberOfGid(gid, 'Order');
  const index = id === null ? null : shop.ids.indexOfOrder(id);
  return index === null ? null : shop.orders.peek(index);
}

/** Mutations that change an order in place: its attributes, payment and fulfilments. */
export const orderMutations: TypeResolvers = {
  orderUpdate: mutation<{ input: OrderInput }>('orderUpdate', ({ input }, { shop, actor }) => {
    const order = orderOfGid(shop, input.id);
    if (order === null) return refuse(['id'], 'Order does not exist');
    const address = input.shippingAddress == null ? null : addressOf(input.shippingAddress);
    const errors = address === null ? [] : addressErrors(address, ['shippingAddress']);
    const long = input.tags?.find((tag) => tag.length > MAX_TAG_LENGTH);
    if (long !== undefined)
      errors.push({ field: ['tags'], message: `Tags is invalid: “${long}” is too long` });
    if (input.email != null && input.email !== '' && !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(input.email))
      errors.push({ field: ['email'], message: 'Email is invalid' });
    if (errors.length > 0) return refuseAll(errors);
    changeOrder(shop, order.index, actor, (changed) => {
      const parts: string[] = [];
      if (address !== null) {
        changed.shippingAddress = address;
        parts.push('the shipping address');
      }
      if (input.tags != null) {
        changed.tags.length = 0;
        addTags(changed.tags, input.tags);
        parts.push('the tags');
      }
      if (input.note !== undefined) {
        changed.note = input.note;
        parts.push('the note');
      }
      if (input.email !== undefined) {
        changed.email = input.email;
        parts.push('the contact email');
      }
      if (input.phone !== undefined) {
        changed.phone = input.phone;
        parts.push('the phone number');
      }
      return parts.length === 0
        ? false
        : { action: 'updated', message: `${actor.name} updated ${parts.join(' and ')}.` };
    });
    return done({ order: asNode('Order', order) });
  }),

  orderMarkAsPaid: mutation<{ input: { id: string } }>('orderMarkAsPaid', ({ input }, { shop, actor }) => {
    const order = orderOfGid(shop, input.id);
    if (order === null) return refuse(['id'], 'Order does not exist');
    if (!canMarkAsPaid(order)) return refuse(['id'], 'Order cannot be marked as paid');
    changeOrder(shop, order.index, actor, (changed) => {
      changed.paid = currentTotalOf(changed);
      changed.financialStatus = 'PAID';
      if (changed.paymentTerms !== null) changed.paymentTerms.schedule.completedAt = shop.clock.wall();
      return { action: 'marked_as_paid', message: `${actor.name} marked this order as paid.` };
    });
    return done({ order: asNode('Order', order) });
  }),

  fulfillmentCancel: mutation<{ id: string }>('fulfillmentCancel', ({ id }, { shop, actor }) => {
    const number = numberOfGid(id, 'Fulfillment');
    const index = number === null ? null : shop.ids.indexOfPart('fulfillment', number);
    const order = index === null ? null : shop.orders.peek(index);
    const fulfillment = order?.fulfillments.find((each) => each.id === number);
    if (order === null || fulfillment === undefined) return refuse(['id'], 'Fulfillment not found.');
    if (fulfillment.status === 'CANCELLED') return refuse(['id'], 'Fulfillment is already cancelled.');
    changeOrder(shop, order.index, actor, (changed) => {
      const target = changed.fulfillments.find((each) => each.id === number);
      if (target === undefined) return false;
      target.status = 'CANCELLED';
      target.displayStatus = 'CANCELED';
      target.updatedAt = shop.clock.wall();
      for (const line of target.lines) {
        const item = changed.items.find((each) => each.id === line.lineId);
        if (item !== undefined) item.fulfilledQuantity = Math.max(0, item.fulfilledQuantity - line.quantity);
      }
      changed.closedAt = null;
      return {
        action: 'fulfillment_cancelled',
        message: `${actor.name} canceled fulfillment ${target.name}.`,
      };
    });
    return done({ fulfillment: asNode('Fulfillment', fulfillment) });
  }),

  paymentReminderSend: mutation<{ paymentScheduleId: string }>(
    'paymentReminderSend',
    ({ paymentScheduleId }, { shop, actor }) => {
      const code = 'PAYMENT_REMINDER_SEND_UNSUCCESSFUL';
      const number = numberOfGid(paymentScheduleId, 'PaymentSchedule');
      const index = number === null ? null : shop.ids.indexOfPart('schedule', number);
      const order = index === null ? null : shop.orders.peek(index);
      const schedule = order?.paymentTerms?.schedule;
      if (order == null || schedule === undefined || schedule.id !== number)
        return refuse(['paymentScheduleId'], 'Payment schedule does not exist.', code);
      if (schedule.completedAt !== null || outstandingOf(order) === 0)
        return refuse(['paymentScheduleId'], 'Payment schedule is already paid.', code);
      if (order.email === null) return refuse(['paymentScheduleId'], 'The order has no contact email.', code);
      changeOrder(shop, order.index, actor, (changed) => ({
        action: 'payment_reminder_sent',
        message: `${actor.name} sent a payment reminder to ${changed.email ?? ''}.`,
      }));
      return done({ success: true });
    },
  ),

  orderInvoiceSend: mutation<{ id: string; email?: { to?: string | null } | null }>(
    'orderInvoiceSend',
    ({ id, email }, { shop, actor }) => {
      const code = 'ORDER_INVOICE_SEND_UNSUCCESSFUL';
      const order = orderOfGid(shop, id);
      if (order === null) return refuse(['id'], 'Order does not exist', code);
      const to = email?.to ?? order.email;
      if (to === null) return refuse(['email', 'to'], "To can't be blank", code);
      if (outstandingOf(order) === 0) return refuse(['id'], 'Order has no outstanding balance.', code);
      changeOrder(shop, order.index, actor, () => ({
        action: 'invoice_sent',
        message: `${actor.name} sent an invoice for this order to ${to}.`,
      }));
      return done({ order: asNode('Order', order) });
    },
  ),
};
