import type { WritableDb } from './access.ts';
import { databaseError } from './database-error.ts';

const undone = new WeakMap<WritableDb, number>();

/** How many transactions of a connection have been rolled back: what was remembered of one of them may not be so. */
export const rollbacksOf = (db: WritableDb): number => undone.get(db) ?? 0;

/**
 * Runs `work` in one IMMEDIATE transaction: the write lock is taken first, so that nothing read inside can be stale.
 * Joins the transaction that is already open, if any. `work` must not await: another task would land inside.
 * @throws UnstuckError `disk`, `damaged` or `in_use` where the file fails; whatever `work` throws, after rolling back
 */
export function transaction<T>(db: WritableDb, work: () => T): T {
  if (db.inTransaction) return work();
  try {
    db.exec('BEGIN IMMEDIATE');
    const result = work();
    if (result instanceof Promise) throw new TypeError('A transaction must not await.');
    db.exec('COMMIT');
    return result;
  } catch (thrown) {
    undone.set(db, rollbacksOf(db) + 1);
    // A full disk has rolled back by itself already.
    if (db.inTransaction) db.exec('ROLLBACK');
    throw databaseError(thrown, db.name);
  }
}
