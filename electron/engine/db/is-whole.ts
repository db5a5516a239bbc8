import type { ReadableDb } from './access.ts';
import { driverOf } from './connection.ts';

/** Whether every page of the file reads, and its structure holds. Reads the whole file. */
export function isWhole(db: ReadableDb): boolean {
  try {
    return driverOf(db).pragma('quick_check(1)', { simple: true }) === 'ok';
  } catch {
    // A page that fails its authentication stops the check itself.
    return false;
  }
}
