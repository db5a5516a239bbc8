import { conflictField } from '../../../../shared/words/conflict-field.ts';
import { assertNever } from '../../../../shared/domain/assert-never.ts';
import { legacyId } from '../../../../shared/domain/ids.ts';
import type { OrderEditChange, WriteOpOf } from '../../../../shared/domain/write.ts';
import { ORDER_EDIT_COMMIT } from '../documents/order-edits.ts';
import { ORDER_STATE } from '../documents/read-backs.ts';
import { editLooks, type EditState, editStateSchema } from './order-edit-state.ts';
import { beginEdit, type EditSession, editSessionSchema } from './order-edit-session.ts';
import {
  GONE_ORDER,
  NO_EFFECT,
  type Progress,
  type Proof,
  refusalOf,
  remoteWrite,
  type RemoteWrite,
  type Sent,
} from './remote-write.ts';
import type { WriteApi } from './write-api.ts';

type Op = WriteOpOf<'order_edit'>;

/**
 * Edits an order's items or shipping lines: begin, stage, commit. Nothing happens before the commit; the session and the
 * fact that its commit leaves are durable first (outbox invariant 3). An edit that adds is never begun anew until its
 * commit is disproved; even then the same session is committed first, since Shopify commits a session only once.
 */
export function orderEdit(op: Op): RemoteWrite {
  return remoteWrite<EditState>({
    settleMs: 2000,
    before: editStateSchema,
    look: async (api) => {
      const order = await api.ask(ORDER_STATE, { id: op.order });
      if (!order) return { kind: 'impossible', reason: GONE_ORDER };
      const state = await editLooks(api, op);
      const moved = op.changes.flatMap((change) => movedField(change, state));
      const onlyRemovals = op.changes.every(({ change }) => change === 'remove_item');
      if (onlyRemovals && op.changes.every((change) => isShown(change, state, state))) {
        return { kind: 'done', version: order.updatedAt };
      }
      if (moved.length > 0) return { kind: 'conflict', fields: moved, rebased: rebase(op, state) };
      if (!order.merchantEditable) {
        const words = [...order.merchantEditableErrors];
        return { kind: 'impossible', reason: { code: 'uneditable', words } };
      }
      return { kind: 'go', before: state };
    },
    send: async (api, before, progress) => {
      const earlier = sessionOf(progress);
      if (earlier?.phase === 'committing') {
        const again = await commit(api, op, earlier, progress);
        if (again.kind !== 'refused') return again;
        const proof = await prove(api, op, before, progress);
        if (proof.kind === 'took_effect') return { ...proof, kind: 'applied' };
        if (proof.kind === 'unclear') return { kind: 'unproved', evidence: proof.evidence };
      }
      const begun = await beginEdit(api, op, progress);
      return begun.kind === 'staged' ? commit(api, op, begun.session, progress) : begun;
    },
    readBack: (api, before, progress) => prove(api, op, before, progress),
  });
}

const sessionOf = (progress: Progress): EditSession | null =>
  editSessionSchema.nullable().parse(progress.value ?? null);

async function commit(api: WriteApi, op: Op, session: EditSession, progress: Progress): Promise<Sent> {
  progress.save({ ...session, phase: 'committing' } satisfies EditSession);
  const { order, userErrors } = await api.tell(ORDER_EDIT_COMMIT, {
    id: session.id,
    staffNote: op.staffNote,
  });
  const refused = refusalOf(userErrors);
  if (refused !== null) return { kind: 'refused', reason: refused };
  return order
    ? { kind: 'applied', effect: NO_EFFECT, version: order.updatedAt, evidence: { session: session.id } }
    : { kind: 'unproved', evidence: { session: session.id, order: null } };
}

async function prove(api: WriteApi, op: Op, before: EditState, progress: Progress): Promise<Proof> {
  const session = sessionOf(progress);
  if (session?.phase !== 'committing')
    return { kind: 'no_effect', evidence: { cutOff: 'before the commit' } };
  const [order, now] = [await api.ask(ORDER_STATE, { id: op.order }), await editLooks(api, op)];
  const agreed =
    before.agreements && now.agreements
      ? now.agreements.some((id) => !before.agreements?.includes(id))
      : null;
  const shown = op.changes.filter((change) => isShown(change, before, now)).length;
  const evidence = {
    session: session.id,
    newOrderEdit: agreed,
    changesShown: shown,
    changes: op.changes.length,
  };
  const version = order?.updatedAt ?? null;
  const adds = op.changes.some(({ change }) => change !== 'remove_item');
  if (shown === op.changes.length && (agreed === true || !adds)) {
    return { kind: 'took_effect', effect: NO_EFFECT, version, evidence };
  }
  // An addition that does not show is disproved only where the order's agreements can be read and have no new edit.
  const disproved = adds ? shown === 0 && agreed === false : shown === 0;
  return { kind: order && disproved ? 'no_effect' : 'unclear', evidence };
}

/** Whether the order as it is now has this change, seen from how it was before. */
function isShown(change: OrderEditChange, before: EditState, now: EditState): boolean {
  switch (change.change) {
    case 'remove_item':
      return (now.lines.find(({ id }) => id === change.lineItem)?.quantity ?? 0) === 0;
    case 'add_variant': {
      const known = new Set(before.lines.map(({ id }) => id));
      return now.lines.some(
        ({ id, variant, quantity }) =>
          !known.has(id) && variant === change.variant && quantity === change.quantity,
      );
    }
    case 'add_shipping_line': {
      const count = (state: EditState) =>
        state.shippingTitles.filter((title) => title === change.title).length;
      return count(now) > count(before);
    }
    default:
      return assertNever(change);
  }
}

function movedField(change: OrderEditChange, state: EditState) {
  if (change.change !== 'remove_item') return [];
  const line = state.lines.find(({ id }) => id === change.lineItem);
  const now = line?.quantity ?? 0;
  if (now === change.baseQuantity) return [];
  const field = { code: 'quantity', item: line?.title ?? null } as const;
  return [
    conflictField(`quantity:${legacyId(change.lineItem)}`, {
      field,
      planned: String(change.baseQuantity),
      now: String(now),
      mine: '0',
    }),
  ];
}

/** The op over the quantities that are there now; a removal that somebody else made is left out. */
function rebase(op: Op, state: EditState): Op {
  const changes = op.changes.flatMap((change): OrderEditChange[] => {
    if (change.change !== 'remove_item') return [change];
    const now = state.lines.find(({ id }) => id === change.lineItem)?.quantity ?? 0;
    return now === 0 ? [] : [{ ...change, baseQuantity: now }];
  });
  return { ...op, changes: changes.length > 0 ? changes : op.changes };
}
