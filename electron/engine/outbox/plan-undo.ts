import type { OrderState } from '../../../shared/domain/error-type.ts';
import type { RunId, StoreId } from '../../../shared/domain/ids.ts';
import { ADDRESS_FIELDS, hasTag, type Order } from '../../../shared/domain/order.ts';
import type { UndoSkip } from '../../../shared/domain/undo-skip.ts';
import { WRITE_TRAITS, type WriteOp } from '../../../shared/domain/write.ts';
import { failed } from '../../../shared/failed.ts';
import { inverseOf } from '../triage/fixes/inverse-of.ts';
import type { Journal } from './journal.ts';
import type { RunRecord } from './runs-repo.ts';
import type { WriteRecord } from './write-record.ts';

/** The order as the cache has it now, without queued writes; null: the cache does not know it. */
export type CurrentOrder = (
  store: StoreId,
  gid: string,
) => { readonly order: Order; readonly state: OrderState } | null;

/** What undoing a run would do now. */
export interface UndoPlan {
  readonly run: RunRecord;
  /** Not sent yet: cancelled. */
  readonly cancels: readonly WriteRecord[];
  /** Took effect: taken back, newest first. */
  readonly inverses: readonly {
    readonly undone: WriteRecord;
    readonly op: WriteOp;
    readonly orders: readonly string[];
  }[];
  /** Orders by name that stay as they are, and why. */
  readonly skipped: ReadonlyMap<string, UndoSkip>;
}

/**
 * Works the inverse of a run out against current truth, and changes nothing. Skipped with a reason: what nothing undoes,
 * orders that synced meanwhile, addresses that somebody changed since, and writes of which nobody knows whether they
 * took effect.
 * @throws UnstuckError `not_found`
 */
export function planUndo(journal: Journal, id: RunId, currentOrder: CurrentOrder): UndoPlan {
  const run = journal.runs.get(id);
  if (!run) throw failed('not_found', { code: 'no_run', run: id });
  const names = new Map(journal.runs.orders(id).map(({ store, gid, name }) => [`${store} ${gid}`, name]));
  const skipped = new Map<string, UndoSkip>();
  const inverses: UndoPlan['inverses'][number][] = [];
  const all = journal.writes.ofRun(id);
  for (const write of all.toReversed()) {
    if (write.undoneBy !== null || UNSENT.has(write.state)) continue;
    const verdict = inverseNow(write, journal.writes.orders(write.id), currentOrder);
    if ('op' in verdict) inverses.push({ undone: write, ...verdict });
    for (const { orders, why } of verdict.skipped) {
      for (const gid of orders) {
        const name = names.get(`${write.store} ${gid}`) ?? gid;
        if (!skipped.has(name)) skipped.set(name, why);
      }
    }
  }
  return { run, cancels: all.filter(({ state }) => UNSENT.has(state)), inverses, skipped };
}

const UNSENT = new Set(['queued', 'retry_wait', 'conflict', 'blocked_auth']);

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
