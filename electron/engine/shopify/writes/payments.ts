import { z } from 'zod';
import { conflictField } from '../../../../shared/words/conflict-field.ts';
import type { Gid } from '../../../../shared/domain/ids.ts';
import type { WriteOpOf } from '../../../../shared/domain/write.ts';
import { ORDER_EVENTS } from '../documents/events.ts';
import { ORDER_INVOICE_SEND, ORDER_MARK_AS_PAID, PAYMENT_REMINDER_SEND } from '../documents/mutations.ts';
import { ORDER_PAYMENT_TERMS, ORDER_STATE } from '../documents/read-backs.ts';
import {
  GONE_ORDER,
  NO_EFFECT,
  type Proof,
  refusalOf,
  remoteWrite,
  type RemoteWrite,
} from './remote-write.ts';
import { Interrupted, type WriteApi } from './write-api.ts';

/**
 * Records an order's outstanding amount as paid (orderMarkAsPaid), or captures an authorisation: irreversible. Its state
 * tells afterwards whether it took effect: it is PAID, or still what it was.
 */
export function orderMarkAsPaid(op: WriteOpOf<'order_mark_as_paid'>): RemoteWrite {
  return remoteWrite({
    before: z.object({ status: z.string().nullable() }),
    look: async (api) => {
      const order = await api.ask(ORDER_STATE, { id: op.order });
      if (!order) return { kind: 'impossible', reason: GONE_ORDER };
      const status = order.displayFinancialStatus;
      if (status === 'PAID') return { kind: 'done', version: order.updatedAt, evidence: { status } };
      if (status !== op.baseStatus) {
        return {
          kind: 'conflict',
          fields: [
            conflictField('financialStatus', {
              field: { code: 'payment' },
              planned: { code: 'status', status: op.baseStatus },
              now: status === null ? null : { code: 'status', status },
              mine: { code: 'status', status: 'PAID' },
            }),
          ],
          rebased: { ...op, baseStatus: status ?? '' },
        };
      }
      return order.canMarkAsPaid
        ? { kind: 'go', before: { status } }
        : { kind: 'impossible', reason: { code: 'cannot_mark_as_paid' } };
    },
    send: async (api, before) => {
      const { order, userErrors } = await api.tell(ORDER_MARK_AS_PAID, { id: op.order });
      const refused = refusalOf(userErrors);
      if (refused !== null) {
        // It may be refused because an earlier request, given up for lost, took effect after all.
        const proof = await paidProof(api, op.order, before.status);
        if (proof.kind !== 'took_effect') return { kind: 'refused', reason: refused };
        return { kind: 'applied', effect: NO_EFFECT, version: proof.version, evidence: proof.evidence };
      }
      const status = order?.displayFinancialStatus ?? null;
      return order && status === 'PAID'
        ? { kind: 'applied', effect: NO_EFFECT, version: order.updatedAt }
        : { kind: 'unproved', evidence: { status } };
    },
    readBack: (api, before) => paidProof(api, op.order, before.status),
  });
}

async function paidProof(api: WriteApi, id: Gid<'Order'>, before: string | null): Promise<Proof> {
  const order = await api.ask(ORDER_STATE, { id });
  const status = order?.displayFinancialStatus ?? null;
  const evidence = { statusBefore: before, statusNow: status };
  if (order && status === 'PAID')
    return { kind: 'took_effect', effect: NO_EFFECT, version: order.updatedAt, evidence };
  // A refund may have followed the payment: then the status tells nothing.
  const afterPayment = status === 'REFUNDED' || status === 'PARTIALLY_REFUNDED';
  return { kind: order && !afterPayment ? 'no_effect' : 'unclear', evidence };
}

const timeline = z.object({
  /** Ids of the order's newest events; null: they cannot be read. */
  events: z.array(z.string()).nullable(),
});
/** Mails take a while to show in the timeline. */
const MAIL_SETTLE_MS = 3000;

/** E-mails a reminder for one open payment schedule (paymentReminderSend): never sent twice by itself. */
export function paymentReminderSend(op: WriteOpOf<'payment_reminder_send'>): RemoteWrite {
  return remoteWrite({
    settleMs: MAIL_SETTLE_MS,
    before: timeline,
    look: async (api) => {
      const schedules = await api.ask(ORDER_PAYMENT_TERMS, { id: op.order });
      const schedule = schedules.find(({ id }) => id === op.schedule);
      if (!schedule) return { kind: 'impossible', reason: { code: 'schedule_gone' } };
      if (schedule.completedAt !== null) {
        return {
          kind: 'impossible',
          reason: { code: 'schedule_completed' },
        };
      }
      return { kind: 'go', before: { events: await eventIds(api, op.order) } };
    },
    send: async (api) => {
      const { success, userErrors } = await api.tell(PAYMENT_REMINDER_SEND, { schedule: op.schedule });
      const refused = refusalOf(userErrors);
      if (refused !== null) return { kind: 'refused', reason: refused };
      return success === true
        ? { kind: 'applied', effect: NO_EFFECT, version: null }
        : { kind: 'unproved', evidence: { success } };
    },
    readBack: (api, before) => mailProof(api, op.order, before.events),
  });
}

/** E-mails the order's invoice (orderInvoiceSend): never sent twice by itself. */
export function orderInvoiceSend(op: WriteOpOf<'order_invoice_send'>): RemoteWrite {
  return remoteWrite({
    settleMs: MAIL_SETTLE_MS,
    before: timeline,
    look: async (api) => {
      const order = await api.ask(ORDER_STATE, { id: op.order });
      if (!order) return { kind: 'impossible', reason: GONE_ORDER };
      if (order.displayFinancialStatus === 'PAID') {
        return { kind: 'impossible', reason: { code: 'paid_by_now' } };
      }
      return { kind: 'go', before: { events: await eventIds(api, op.order) } };
    },
    send: async (api) => {
      const { order, userErrors } = await api.tell(ORDER_INVOICE_SEND, { id: op.order });
      const refused = refusalOf(userErrors);
      if (refused !== null) return { kind: 'refused', reason: refused };
      return order
        ? { kind: 'applied', effect: NO_EFFECT, version: order.updatedAt }
        : { kind: 'unproved', evidence: { order: null } };
    },
    readBack: (api, before) => mailProof(api, op.order, before.events),
  });
}

/** The timeline is only for proof: a store that does not show it must not keep a reminder from being sent. */
async function eventIds(api: WriteApi, id: Gid<'Order'>): Promise<string[] | null> {
  try {
    return (await api.ask(ORDER_EVENTS, { id })).map((event) => event.id);
  } catch (thrown) {
    if (thrown instanceof Interrupted && (thrown.why.kind === 'denied' || thrown.why.kind === 'turned_away'))
      return null;
    throw thrown;
  }
}

/** A new event that speaks of a mail proves that it was sent; the lack of one proves nothing (outbox invariant 3). */
async function mailProof(api: WriteApi, id: Gid<'Order'>, before: readonly string[] | null): Promise<Proof> {
  if (before === null) return { kind: 'unclear', evidence: { timeline: 'cannot be read' } };
  const events = await api.ask(ORDER_EVENTS, { id });
  const fresh = events.filter((event) => !before.includes(event.id));
  const mail = fresh.find(({ action, message }) => /mail|invoice|reminder/i.test(`${action} ${message}`));
  return mail
    ? {
        kind: 'took_effect',
        effect: NO_EFFECT,
        version: null,
        evidence: { event: mail.message, at: mail.createdAt },
      }
    : { kind: 'unclear', evidence: { newEvents: fresh.length, ofMails: 0 } };
}
