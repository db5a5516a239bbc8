import type { FieldChange } from '../../../shared/domain/field-change.ts';
import type { RunId } from '../../../shared/domain/ids.ts';
import type { PlannedWrite } from '../../../shared/domain/plan.ts';
import type { UndoSkip } from '../../../shared/domain/undo-skip.ts';
import type { WriteOp } from '../../../shared/domain/write.ts';
import { type UnstuckError } from '../../../shared/errors.ts';
import { failed } from '../../../shared/failed.ts';
import { COMMAND_LINE } from '../../../shared/words/command-line.ts';
import { undoSkipInEnglish } from '../../../shared/words/en-undo-skip.ts';
import { type CommitPorts, insertRun } from './commit-run.ts';
import type { Journal } from './journal.ts';
import { moveWrite } from './move-write.ts';
import { type CurrentOrder, planUndo, type UndoPlan } from './plan-undo.ts';

/** `reason`: in English, for the command line; the console words `said`. */
type SkippedOrders = readonly {
  readonly order: string;
  readonly reason: string;
  readonly said: UndoSkip;
}[];

export interface UndoResult {
  /** null: nothing had taken effect that could be taken back. */
  readonly run: RunId | null;
  readonly writes: number;
  readonly skipped: SkippedOrders;
}

/** What an undo would do, for people to look at before it does. */
export interface UndoPreview {
  /** Writes that take something back. */
  readonly writes: number;
  /** Writes that are not sent yet and will not be. */
  readonly cancelled: number;
  /** What is taken back of each order, by its name; an order may come with a product that others share. */
  readonly orders: readonly {
    readonly order: string;
    readonly store: string;
    readonly does: readonly WriteOp[];
  }[];
  readonly skipped: SkippedOrders;
}

/** @throws UnstuckError `not_found`, or `refused` when nothing of the run is left to undo */
export function previewUndo(journal: Journal, id: RunId, currentOrder: CurrentOrder): UndoPreview {
  const plan = planUndo(journal, id, currentOrder);
  if (isEmpty(plan)) throw nothingLeft(journal, id);
  const { cancels, inverses, skipped } = plan;
  const byOrder = new Map<string, WriteOp[]>();
  for (const { undone, op, orders } of inverses) {
    for (const gid of orders) {
      const key = `${undone.store} ${gid}`;
      byOrder.set(key, [...(byOrder.get(key) ?? []), op]);
    }
  }
  const orders = journal.runs.orders(id).flatMap(({ store, gid, name }) => {
    const does = byOrder.get(`${store} ${gid}`);
    return does ? [{ order: name, store, does }] : [];
  });
  return { writes: inverses.length, cancelled: cancels.length, orders, skipped: listed(skipped) };
}

/**
 * Commits the inverse of a run against current truth, in one transaction: what was not sent yet is cancelled, what took
 * effect gets its inverse, newest first.
 * @throws UnstuckError `not_found`, or `refused` when nothing of the run is left to undo
 */
export function undoRun(ports: CommitPorts, id: RunId, currentOrder: CurrentOrder): UndoResult {
  const { journal, agent, now } = ports;
  return journal.change(() => {
    const plan = planUndo(journal, id, currentOrder);
    if (isEmpty(plan)) throw nothingLeft(journal, id);
    const { run, cancels, inverses } = plan;
    const skipped = listed(plan.skipped);
    for (const { id: write, op } of cancels)
      moveWrite(journal, write, 'cancel', { now, who: agent, reason: { code: 'run_undone', by: agent, op } });
    if (inverses.length === 0) return { run: null, writes: 0, skipped };
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
    return { ...committed, skipped };
  });
}

const backwards = ({ field, before, after, said }: FieldChange): FieldChange => ({
  field,
  before: after,
  after: before,
  said: said && { field: said.field, before: said.after, after: said.before },
});

const isEmpty = ({ cancels, inverses, skipped }: UndoPlan): boolean =>
  cancels.length === 0 && inverses.length === 0 && skipped.size === 0;
const listed = (skipped: ReadonlyMap<string, UndoSkip>): SkippedOrders =>
  [...skipped].map(([order, said]) => ({ order, reason: undoSkipInEnglish(said, COMMAND_LINE), said }));

function nothingLeft(journal: Journal, id: RunId): UnstuckError {
  const by = journal.runs.undosOf(id).at(-1);
  return failed(
    'refused',
    { code: 'nothing_to_undo', run: id, by: by ?? null },
    { meta: by === undefined ? {} : { run: by } },
  );
}
