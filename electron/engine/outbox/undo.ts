import type { OrderState } from '../../../shared/domain/error-type.ts';
import type { FieldChange } from '../../../shared/domain/field-change.ts';
import type { RunId, StoreId } from '../../../shared/domain/ids.ts';
import { ADDRESS_FIELDS, hasTag, type Order } from '../../../shared/domain/order.ts';
import type { PlannedWrite } from '../../../shared/domain/plan.ts';
import { WRITE_TRAITS, type WriteOp } from '../../../shared/domain/write.ts';
import type { UndoSkip } from '../../../shared/domain/undo-skip.ts';
import { type UnstuckError } from '../../../shared/errors.ts';
import { failed } from '../../../shared/failed.ts';
import { COMMAND_LINE } from '../../../shared/words/command-line.ts';
import { undoSkipInEnglish } from '../../../shared/words/en-undo-skip.ts';
import { inverseOf } from '../triage/fixes/inverse-of.ts';
import { type CommitPorts, insertRun } from './commit-run.ts';
import { moveWrite } from './move-write.ts';
import type { WriteRecord } from './write-record.ts';

/** The order as the cache has it now, without queued writes; null: the cache does not know it. */
export type CurrentOrder = (
  store: StoreId,
  gid: string,
) => { readonly order: Order; readonly state: OrderState } | null;

export interface UndoResult {
  /** null: nothing had taken effect that could be taken back. */
  readonly run: RunId | null;
  readonly writes: number;
  /** `reason`: in English, for the command line; the console words `said`. */
  readonly skipped: readonly { readonly order: string; readonly reason: string; readonly said: UndoSkip }[];
}

/**
 * Commits the inverse of a run against current truth, in one transaction: what was not sent yet is cancelled, what took
 * effect gets its inverse, newest first. Skipped with a reason: what nothing undoes, orders that synced meanwhile,
 * addresses that somebody changed since, and writes of which nobody knows whether they took effect.
 * @throws UnstuckError `not_found`, or `refused` when nothing of the run is left to undo
 */
export function undoRun(ports: CommitPorts, id: RunId, currentOrder: CurrentOrder): UndoResult {
  const { journal, agent, now } = ports;
  return journal.change(() => {
    const run = journal.runs.get(id);
    if (!run) throw failed('not_found', { code: 'no_run', run: id });
    const names = new Map(journal.runs.orders(id).map(({ store, gid, name }) => [`${store} ${gid}`, name]));
    const skipped = new Map<string, UndoSkip>();
    const skip = (write: WriteRecord, orders: readonly string[], why: UndoSkip): void => {
      for (const gid of orders) {
        const name = names.get(`${write.store} ${gid}`) ?? gid;
        if (!skipped.has(name)) skipped.set(name, why);
      }
    };
    let cancelled = 0;
    const inverses: {
      readonly undone: WriteRecord;
      readonly op: WriteOp;
      readonly orders: readonly string[];
    }[] = [];
    const all = journal.writes.ofRun(id);
    for (const { id: write, op } of all) {
      const reason = { code: 'run_undone', by: agent, op } as const;
      if (
        isUnsent(journal.writes.get(write)) &&
        moveWrite(journal, write, 'cancel', { now, who: agent, reason })
      ) {
        cancelled += 1;
      }
    }
    for (const write of all.toReversed()) {
      const after = journal.writes.get(write.id);
      if (!after || after.undoneBy !== null) continue;
      const orders = journal.writes.orders(write.id);
      const verdict = inverseNow(after, orders, currentOrder);
      if ('op' in verdict) inverses.push({ undone: after, ...verdict });
      for (const { orders: left, why } of verdict.skipped) skip(after, left, why);
    }
    if (inverses.length === 0) {
      if (cancelled === 0 && skipped.size === 0) throw nothingLeft(ports, id);
      return { run: null, writes: 0, skipped: listed(skipped) };
    }
    const writes = inverses.map(({ undone, op, orders }, at): PlannedWrite => {
      return { key: `u${at}`, store: undone.store, op, dependsOn: [], orders: [...orders] };
    });
    const served = new Set(writes.flatMap(({ store, orders }) => orders.map((gid) => `${store} ${gid}`)));
    const orders = journal.runs.orders(id).filter(({ store, gid }) => served.has(`${store} ${gid}`));
    const committed = insertRun(ports, {
      plan: `undo:${id}:${journal.runs.undosOf(id).length + 1}`,
      fix: run.fix,
      params: run.params,
      orders: orders.map(({ store, gid, id: order, name, changes }) => ({
        id: order ?? 0,
        store,
        gid,
        name,
        changes: changes.map(backwards),
      })),
      writes,
      excluded: [],
      undoOf: id,
    });
    for (const { undone } of inverses) journal.writes.update(undone.id, { undoneBy: committed.run }, now);
    return { ...committed, skipped: listed(skipped) };
  });
}

const backwards = ({ field, before, after, said }: FieldChange): FieldChange => ({
  field,
  before: after,
  after: before,
  said: said && { field: said.field, before: said.after, after: said.before },
});

const UNSENT = new Set(['queued', 'retry_wait', 'conflict', 'blocked_auth']);
const isUnsent = (write: WriteRecord | null): boolean => write !== null && UNSENT.has(write.state);
const listed = (skipped: ReadonlyMap<string, UndoSkip>) =>
  [...skipped].map(([order, said]) => ({ order, reason: undoSkipInEnglish(said, COMMAND_LINE), said }));

function nothingLeft({ journal }: CommitPorts, id: RunId): UnstuckError {
  const by = journal.runs.undosOf(id).at(-1);
  return failed(
    'refused',
    { code: 'nothing_to_undo', run: id, by: by ?? null },
    { meta: by === undefined ? {} : { run: by } },
  );
}

type Skipped = readonly { readonly orders: readonly string[]; readonly why: UndoSkip }[];
type Verdict =
  | { readonly skipped: Skipped }
  | { readonly op: WriteOp; readonly orders: readonly string[]; readonly skipped: Skipped };

function inverseNow(write: WriteRecord, orders: readonly string[], currentOrder: CurrentOrder): Verdict {
  const { op, state, effect, store } = write;
  const none = (why: UndoSkip): Verdict => ({ skipped: [{ orders, why }] });
  if (state === 'sending' || state === 'unknown') {
    return none({ code: 'outcome_unknown' });
  }
  if (state !== 'applied' || effect === null) return { skipped: [] };
  const inverse = inverseOf(op, effect);
  if (!inverse) {
    return WRITE_TRAITS[op.op].reversible ? { skipped: [] } : none({ code: 'irreversible', op });
  }
  const synced = orders.filter((gid) => currentOrder(store, gid)?.state === 'synced' && repeatsRemotely(op));
  const left = orders.filter((gid) => !synced.includes(gid));
  const skipped: Skipped = synced.length > 0 ? [{ orders: synced, why: { code: 'synced_meanwhile' } }] : [];
  if (left.length === 0) return { skipped };
  const why = overtaken(inverse, left.flatMap((gid) => currentOrder(store, gid)?.order ?? [])[0], write);
  if (why !== null) return { skipped: [...skipped, { orders: left, why }] };
  return { op: inverse, orders: left, skipped };
}

const repeatsRemotely = (op: WriteOp): boolean => WRITE_TRAITS[op.op].repeat !== 'local';

/**
 * Why the order itself has moved on, as far as a snapshot that already has the write can tell; null: it has not. What
 * the snapshot does not know yet is found before sending.
 */
function overtaken(
  inverse: WriteOp,
  order: Order | undefined,
  { confirmedVersion }: WriteRecord,
): UndoSkip | null {
  if (!order || confirmedVersion === null || order.updatedAt < confirmedVersion) return null;
  if (inverse.op === 'order_address_set') {
    const { base } = inverse;
    const moved = ADDRESS_FIELDS.filter(
      (field) => base[field] !== undefined && (order.shippingAddress?.[field] ?? '') !== (base[field] ?? ''),
    );
    return moved.length > 0 ? { code: 'address_changed', fields: moved } : null;
  }
  if (inverse.op === 'order_tags_remove') {
    return inverse.tags.some((tag) => hasTag(order.tags, tag)) ? null : { code: 'tag_off' };
  }
  if (inverse.op === 'order_tags_add') {
    return inverse.tags.every((tag) => hasTag(order.tags, tag)) ? { code: 'tag_on' } : null;
  }
  return null;
}
