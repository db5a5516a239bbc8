import type { StoreId } from '../../../shared/domain/ids.ts';
import type { Millis } from '../../../shared/domain/order.ts';
import { UNSTUCK } from './audit-repo.ts';
import { checkOutcome, nextLook, type Standing } from './check-outcome.ts';
import type { OrderCheck } from './checks-repo.ts';
import type { Journal } from './journal.ts';
import { createRegressions, type Regressions } from './regressions.ts';

/** Where orders stand now, and how long a store's platform gets to look at one again. */
export interface CheckPorts {
  readonly standing: (store: StoreId, gid: string) => Standing | null;
  readonly graceMs: (store: StoreId) => number;
}

/** What becomes of orders after their fix: each is watched until it is solved, stuck again, or long enough. */
export interface AfterCheck {
  /** Looks at fixed orders of a store that are due. @returns how many were other than before */
  lookAtDue(store: StoreId, ports: CheckPorts): number;
  /** Looks at these orders, whether or not they are due, and whether a solved one is stuck again. */
  lookAt(store: StoreId, gids: readonly string[], ports: CheckPorts): number;
  /** Orders of a store that were fixed, in parts: those after `gid`. */
  fixedAfter(store: StoreId, gid: string, limit: number): readonly string[];
  /** Whether some order of this store was fixed. */
  concerns(store: StoreId): boolean;
  /** Stores of which some order was fixed. */
  stores(): readonly StoreId[];
  readonly regressions: Regressions;
}

/** In one transaction; the rest has its turn with the next look. */
const AT_ONCE = 2000;

export function createAfterCheck(journal: Journal, now: () => Millis): AfterCheck {
  const regressions = createRegressions(journal.checks.regressed());

  function looked(check: OrderCheck, { standing, graceMs }: CheckPorts): boolean {
    const at = now();
    const stands = standing(check.store, check.gid);
    const outcome = checkOutcome(check, stands, { now: at, graceMs: graceMs(check.store) });
    const isStuck = outcome === 'same_error' || outcome === 'other_error';
    const looks = check.looks + 1;
    journal.checks.update({
      ...check,
      outcome,
      errorType: isStuck ? (stands?.errorType ?? null) : null,
      looks,
      nextLookAt: outcome === 'waiting' ? nextLook(check.since, looks, at) : null,
    });
    return outcome !== check.outcome;
  }

  /** A solved order that is stuck once more, or no longer. Only its newest fix can have regressed. */
  function regressed(store: StoreId, gid: string, { standing }: CheckPorts): boolean {
    const checks = journal.checks.ofOrder(store, gid);
    const stands = standing(store, gid);
    const open = checks.filter(({ regressedAt }) => regressedAt !== null);
    if (stands?.state === 'stuck') {
      const [newest] = checks;
      if (open.length > 0 || newest?.outcome !== 'solved' || stands.overlaid) return false;
      if (journal.runs.undosOf(newest.run).length > 0) return false;
      const regressedAt = now();
      journal.checks.update({ ...newest, errorType: stands.errorType, regressedAt });
      note('order_regressed', newest, `${stands.errorType ?? 'unknown'}, after it was solved`);
      regressions.put(store, gid, { run: newest.run, at: regressedAt });
      return true;
    }
    if (open.length === 0 || stands === null || stands.state === 'snoozed') return false;
    for (const check of open) {
      journal.checks.update({ ...check, errorType: null, regressedAt: null });
      note('order_regression_over', check, null);
    }
    regressions.drop(store, gid);
    return true;
  }

  function note(what: string, { run, store, gid }: OrderCheck, detail: string | null): void {
    const name = journal.runs.orderName(store, gid) ?? gid;
    journal.audit.append({
      at: now(),
      who: UNSTUCK,
      what,
      run,
      // By one of its writes the line is found under the order.
      write: journal.writes.lastOf(run, store, gid),
      store,
      detail: detail === null ? name : `${name}: ${detail}`,
    });
  }

  /** Tells only when something is other than before: a look alone concerns nobody. */
  function change(work: () => number): number {
    return journal.change((notes) => {
      const moved = work();
      if (moved > 0) notes.other();
      return moved;
    });
  }

  return {
    lookAtDue: (store, ports) => {
      const due = journal.checks.due(store, now(), AT_ONCE);
      return due.length === 0 ? 0 : change(() => due.filter((check) => looked(check, ports)).length);
    },
    lookAt: (store, gids, ports) => {
      const known = journal.checks.known(store, gids);
      if (known.length === 0) return 0;
      return change(() => {
        let moved = 0;
        for (const gid of known) {
          for (const check of journal.checks.ofOrder(store, gid))
            if (check.nextLookAt !== null && looked(check, ports)) moved += 1;
          if (regressed(store, gid, ports)) moved += 1;
        }
        return moved;
      });
    },
    fixedAfter: (store, gid, limit) => journal.checks.ordersAfter(store, gid, limit),
    concerns: (store) => journal.checks.hasAny(store),
    stores: () => journal.checks.stores(),
    regressions,
  };
}
