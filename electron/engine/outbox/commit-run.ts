import { randomUUID } from 'node:crypto';
import { IRREVERSIBLE_FIXES } from '../../../shared/domain/fix.ts';
import { type RunId, runId, type StoreId, storeId } from '../../../shared/domain/ids.ts';
import type { Millis } from '../../../shared/domain/order.ts';
import type { ExcludedOrder, Plan, PlannedOrder, PlannedWrite } from '../../../shared/domain/plan.ts';
import { UnstuckError } from '../../../shared/errors.ts';
import { failed } from '../../../shared/failed.ts';
import { confirmationNeeded } from './confirmation.ts';
import type { Journal } from './journal.ts';
import { applyLocally, isSetting, type SettingsPort } from './local-effects.ts';
import { isLocal } from './local-op.ts';
import { beginControl, type RunTerms } from './run-terms.ts';
import { writeHold } from './run-hold.ts';
import { stagePlan } from './stage-plan.ts';
import { moveWrite } from './move-write.ts';
import { createRunDigest } from './run-digest.ts';
import type { WriteRecord } from './write-record.ts';

export interface CommitPorts {
  readonly journal: Journal;
  readonly settings: SettingsPort;
  /** The OS user's name. */
  readonly agent: string;
  readonly now: Millis;
}

/** A run about to be written: a plan that was checked, or the inverse of a run. */
export interface NewRun {
  readonly plan: string;
  readonly fix: Plan['fix'];
  readonly params: Plan['params'];
  readonly orders: readonly Omit<PlannedOrder, 'remaining'>[];
  readonly writes: readonly PlannedWrite[];
  readonly excluded: readonly ExcludedOrder[];
  readonly undoOf: RunId | null;
  /** When and how it is let go; left out: at once, in its turn. */
  readonly terms?: RunTerms | undefined;
}

/**
 * Makes a plan a run, in one transaction: run, orders, writes, what they wait for, and the audit trail; local writes
 * take effect in it too. Needs no network.
 * @param terms when and how it is let go; left out: at once, in its turn
 * @param confirm the plan's number of orders; an irreversible kind needs it, a wrong one is always refused
 * @throws UnstuckError `refused` (the same plan twice, no or a wrong confirmation, nothing to do), `bad_input` where the
 * plan does not hang together, `disk` when it cannot be kept; then nothing is
 */
export function commitRun(
  ports: CommitPorts,
  plan: Plan,
  confirm?: number,
  terms?: RunTerms,
): { run: RunId; writes: number } {
  checkConfirmation(plan, confirm);
  checkPlan(ports, plan);
  return insertRun(ports, { ...plan, plan: plan.id, undoOf: null, terms });
}

/** Writes a run and lets its local writes take effect; joins the transaction that is open. */
export function insertRun(ports: CommitPorts, run: NewRun): { run: RunId; writes: number } {
  const { journal, agent, now } = ports;
  return journal.change((note) => {
    const earlier = journal.runs.ofPlan(run.plan);
    if (earlier) {
      throw failed('refused', { code: 'plan_committed', run: earlier.id }, { meta: { run: earlier.id } });
    }
    const id = newRunId(now);
    const { plan, fix, params, excluded, undoOf } = run;
    journal.runs.insert(
      { id, plan, fix, params, excluded, agent, createdAt: now, undoOf },
      run.orders.map(({ id: order, store, gid, name, changes, was = null }) => {
        return { store: storeId(store), gid, id: order, name, changes, was };
      }),
    );
    const staged = run.terms?.stages ? stagePlan(run.orders, run.writes, run.terms.stages.sizes) : null;
    const writes = staged?.writes ?? run.writes;
    const places = new Map(writes.map(({ key }, place) => [key, place]));
    const drafts = writes.map(({ store, op, orders, dependsOn }) => ({
      store: storeId(store),
      op,
      orders: orders.length > 1 ? [...new Set(orders)].toSorted() : orders,
      dependsOn: dependsOn.flatMap((dependency) => places.get(dependency) ?? []),
    }));
    const queued = journal.writes.insert({ run: id, fix, now, writes: drafts });
    const sealed = createRunDigest();
    queued.forEach(({ write, text }, place) => {
      const orders = drafts[place]?.orders ?? [];
      note.moved({ write, orders });
      sealed.add({ id: write.id, store: write.store, op: text, orders });
    });
    // One line for all of them: their hash proves each, and ten thousand lines would say no more.
    journal.audit.append({
      at: now,
      who: agent,
      what: undoOf === null ? 'run_committed' : 'run_undone',
      run: id,
      detail: `${fix}: ${run.orders.length} orders, ${run.writes.length} writes${undoOf === null ? '' : `, undoes ${undoOf}`}`,
      after: { fix, orders: run.orders.length, writes: run.writes.length, undoOf },
      digest: sealed.result(),
    });
    if (run.terms) beginControl(journal, id, run.terms, staged);
    // Only after all are there: one that waits for another must find it.
    for (const { write } of queued) if (isLocal(write.op)) takeLocalEffect(ports, write);
    return { run: id, writes: queued.length };
  });
}

/**
 * Lets a local write take effect, unless it still waits for something; with a setting that somebody changed since it
 * becomes a conflict. Does nothing for any other kind of write.
 */
export function takeLocalEffect({ journal, settings, agent, now }: CommitPorts, write: WriteRecord): void {
  const { id, op, store, state, seq } = write;
  if (!isLocal(op) || (state !== 'queued' && state !== 'retry_wait')) return;
  if (writeHold(journal.control.get(write.run), seq, now) !== null) return;
  // Settings go one after the other; a mark does not wait for what is on its way to the same order.
  const waits = isSetting(op)
    ? journal.writes.blocker(id) !== null
    : journal.writes.dependencies(id).some((dependency) => dependency.state !== 'applied');
  if (waits) return;
  journal.change((note) => {
    const outcome = applyLocally(journal, settings, { store, op }, now);
    switch (outcome.kind) {
      case 'applied':
        moveWrite(journal, id, 'take_local_effect', { now, who: agent, patch: { effect: outcome.effect } });
        if (isSetting(op)) note.settings(store);
        break;
      case 'conflict': {
        const { fields, rebased } = outcome;
        moveWrite(journal, id, 'find_conflict', {
          now,
          who: agent,
          reason: { code: 'setting_changed' },
          patch: { conflict: fields, rebased },
        });
        break;
      }
      case 'impossible':
        moveWrite(journal, id, 'find_impossible', { now, who: agent, reason: outcome.reason });
        break;
      default:
        outcome satisfies never;
    }
  });
}

function checkConfirmation(plan: Plan, confirm: number | undefined): void {
  const orders = plan.orders.length;
  if (confirm !== undefined && confirm !== orders) {
    throw failed('refused', { code: 'wrong_confirmation', orders, confirm });
  }
  if (confirm === undefined && (IRREVERSIBLE_FIXES.has(plan.fix) || confirmationNeeded(plan.writes))) {
    throw failed('refused', { code: 'needs_confirmation', fix: plan.fix, orders }, { meta: { orders } });
  }
}

function checkPlan({ settings }: CommitPorts, plan: Plan): void {
  if (plan.writes.length === 0) {
    throw failed('refused', { code: 'plan_without_writes' });
  }
  const bad = (message: string): UnstuckError =>
    new UnstuckError('bad_input', message, { meta: { field: 'writes' } });
  const earlier = new Map<string, string>();
  for (const { key, store, dependsOn } of plan.writes) {
    if (earlier.has(key))
      throw bad(`Plan, field “writes”: the key ${key} is there twice; plan the fix again.`);
    for (const dependency of dependsOn) {
      if (earlier.get(dependency) !== store) {
        throw bad(
          `Plan, field “writes”: ${key} depends on ${dependency}, which is no earlier write of the same store; plan the fix again.`,
        );
      }
    }
    earlier.set(key, store);
  }
  const stores = new Set<StoreId>([...plan.writes, ...plan.orders].map(({ store }) => storeId(store)));
  for (const store of stores) {
    if (settings.read(store) === null) {
      throw failed('not_found', { code: 'plan_store_gone', store }, { meta: { store } });
    }
  }
  const planned = new Set(plan.orders.map(({ store, gid }) => `${store} ${gid}`));
  if (planned.size < plan.orders.length) {
    throw new UnstuckError(
      'bad_input',
      'Plan, field “orders”: an order is there twice; plan the fix again.',
      { meta: { field: 'orders' } },
    );
  }
  const stray = plan.writes.find(({ store, orders }) =>
    orders.some((gid) => !planned.has(`${store} ${gid}`)),
  );
  if (stray)
    throw bad(
      `Plan, field “writes”: ${stray.key} serves an order that is not in the plan; plan the fix again.`,
    );
  // What is confirmed, shown and undone goes by the orders of a write: it must not touch another one.
  const astray = plan.writes.find(({ op, orders }) => 'order' in op && !orders.includes(op.order));
  if (astray)
    throw bad(
      `Plan, field “writes”: ${astray.key} changes an order that it does not serve; plan the fix again.`,
    );
}

/** Sorts by time and reads well in a list: `r-20261124-061502-1a2b3c`. */
function newRunId(now: Millis): RunId {
  const [date = '', time = ''] = new Date(now).toISOString().replaceAll(/[-:]/g, '').split('T');
  return runId(`r-${date}-${time.slice(0, 6)}-${randomUUID().slice(0, 6)}`);
}
