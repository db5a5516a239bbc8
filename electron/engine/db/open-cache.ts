import { statSync } from 'node:fs';
import { UnstuckError } from '../../../shared/errors.ts';
import type { Clock } from '../ports.ts';
import type { WritableDb } from './access.ts';
import { isWhole } from './is-whole.ts';
import { cacheMigrations } from './migrations/cache.ts';
import { openDatabase } from './open.ts';
import { copyAside, removeDatabase } from './quarantine.ts';
import { clearSuspicion, isSuspect } from './suspicion.ts';

/**
 * Up to this size a start checks the whole file; beyond, when damage was met. A check takes 10 ms where the file fits
 * into SQLite's page cache and 250 ms for 45 MB, where it no longer does: a start must not grow with the orders.
 */
const CHECKED_BYTES = 8 * 1024 * 1024;

export interface OpenedCache {
  readonly db: WritableDb;
  /** Where the damaged one was put; null: there was none. Now the stores are to be read anew. */
  readonly quarantined: string | null;
}

/**
 * Opens the cache. One that is damaged, has another key, or another schema of its version is put aside and begun anew, empty: all of it can be
 * fetched again.
 * @throws UnstuckError `newer_database`, `disk` or `in_use`
 */
export function openCache(options: {
  readonly file: string;
  readonly key: string;
  readonly clock: Pick<Clock, 'now'>;
}): OpenedCache {
  const { file, key, clock } = options;
  const open = (): WritableDb =>
    openDatabase({ file, key, clock, migrations: cacheMigrations, kind: 'cache' });
  try {
    const db = open();
    const toCheck = statSync(file).size <= CHECKED_BYTES || isSuspect(file);
    if (!toCheck || isWhole(db)) {
      clearSuspicion(file);
      return { db, quarantined: null };
    }
    db.close();
  } catch (thrown) {
    if (!(thrown instanceof UnstuckError)) throw thrown;
    if (thrown.code !== 'damaged' && thrown.said?.code !== 'other_schema') throw thrown;
  }
  const quarantined = copyAside(file, clock.now());
  removeDatabase(file);
  clearSuspicion(file);
  return { db: open(), quarantined };
}
