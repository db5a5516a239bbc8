import { z } from 'zod';
import type { WriteOpOf } from '../../../../shared/domain/write.ts';
import { FULFILLMENT_CANCEL } from '../documents/mutations.ts';
import { ORDER_FULFILLED } from '../documents/read-backs.ts';
import {
  GONE_ORDER,
  NO_EFFECT,
  refusalOf,
  remoteWrite,
  type RemoteWrite,
  type Sent,
} from './remote-write.ts';
import { Interrupted, type WriteApi } from './write-api.ts';

/**
 * Cancels one fulfilment (fulfillmentCancel): irreversible. Its status tells afterwards whether it took effect. The
 * order's displayFulfillmentStatus is read again then, since other fulfilments may still keep it FULFILLED.
 */
export function fulfillmentCancel(op: WriteOpOf<'fulfillment_cancel'>): RemoteWrite {
  const stateNow = async (api: WriteApi) => {
    const order = await api.ask(ORDER_FULFILLED, { id: op.order });
    return (
      order && { order, status: order.fulfillments.find(({ id }) => id === op.fulfillment)?.status ?? null }
    );
  };
  return remoteWrite({
    before: z.object({ status: z.string() }),
    look: async (api) => {
      const now = await stateNow(api);
      if (!now) return { kind: 'impossible', reason: GONE_ORDER };
      const { order, status } = now;
      if (status === 'CANCELLED') return { kind: 'done', version: order.updatedAt };
      if (status === 'SUCCESS') return { kind: 'go', before: { status } };
      return { kind: 'impossible', reason: { code: 'fulfillment_status', status } };
    },
    send: async (api) => {
      const { fulfillment, userErrors } = await api.tell(FULFILLMENT_CANCEL, { id: op.fulfillment });
      const refused = refusalOf(userErrors);
      if (refused === null && fulfillment?.status === 'CANCELLED') {
        return applied(await stateNow(api).catch(unread));
      }
      if (refused === null) return { kind: 'unproved', evidence: { status: fulfillment?.status ?? null } };
      // It may be refused because an earlier request, given up for lost, took effect after all.
      const now = await stateNow(api);
      return now?.status === 'CANCELLED' ? applied(now) : { kind: 'refused', reason: refused };
    },
    readBack: async (api) => {
      const now = await stateNow(api);
      const evidence = {
        status: now?.status ?? null,
        displayFulfillmentStatus: now?.order.displayFulfillmentStatus ?? null,
      };
      if (now?.status === 'CANCELLED') {
        return { kind: 'took_effect', effect: NO_EFFECT, version: now.order.updatedAt, evidence };
      }
      return { kind: now?.status === 'SUCCESS' ? 'no_effect' : 'unclear', evidence };
    },
  });
}

type StateNow = {
  readonly order: { readonly updatedAt: number; readonly displayFulfillmentStatus: string };
} | null;

function applied(now: StateNow): Sent {
  const status = now?.order.displayFulfillmentStatus ?? null;
  return {
    kind: 'applied',
    effect: NO_EFFECT,
    version: now?.order.updatedAt ?? null,
    evidence: { displayFulfillmentStatus: status },
  };
}

/** The cancellation itself is proved by then: a failed look at the order must not make it unknown. */
function unread(thrown: unknown): null {
  if (thrown instanceof Interrupted) return null;
  throw thrown;
}
