import type Database from 'better-sqlite3';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Clock } from '../ports.ts';
import type { ReadableDb, WritableDb } from './access.ts';
import { backUp } from './backup.ts';
import { connect } from './connection.ts';
import { databaseError } from './database-error.ts';
import { migrate } from './migrate.ts';
import type { Migration } from './migration.ts';
import { openDriver } from './open-driver.ts';

export type { ReadableDb, WritableDb } from './access.ts';
export type { Migration } from './migration.ts';
export { transaction } from './transaction.ts';

export interface DatabaseOptions {
  readonly file: string;
  /** 64 hex digits. */
  readonly key: string;
  readonly migrations: readonly Migration[];
  /** cache: can be fetched again, so commits need not reach the disk at once. Default: journal. */
  readonly kind?: 'cache' | 'journal';
  readonly clock?: Pick<Clock, 'now'>;
  /** Where a verified copy goes before each migration; none: no copies. */
  readonly backupDir?: string;
}

/**
 * Opens an encrypted database and brings its schema up to date; with `readonly` it must exist and be up to date.
 * @throws UnstuckError `damaged` (also for a wrong key), `newer_database`, `disk` or `in_use`, each with its remedy
 */
export function openDatabase(options: DatabaseOptions & { readonly readonly: true }): ReadableDb;
export function openDatabase(options: DatabaseOptions & { readonly readonly?: false }): WritableDb;
export function openDatabase(options: DatabaseOptions & { readonly readonly?: boolean }): ReadableDb {
  const { file, key, migrations, readonly = false, kind = 'journal', backupDir } = options;
  try {
    if (!readonly) {
      mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
      // SQLite gives its log files the mode of the database.
      closeSync(openSync(file, 'a', 0o600));
    }
    const driver = openDriver(file, key, { readonly, fileMustExist: readonly });
    try {
      configure(driver, kind, readonly);
      if (readonly) return connect(driver, 'read');
      const db = connect(driver, 'write');
      migrate(db, migrations, (from) => {
        if (backupDir === undefined) return;
        backUp({ db, key, dir: backupDir, label: `v${from}`, now: options.clock?.now() ?? Date.now() });
      });
      return db;
    } catch (thrown) {
      driver.close();
      throw thrown;
    }
  } catch (thrown) {
    throw databaseError(thrown, file);
  }
}

function configure(driver: Database, kind: 'cache' | 'journal', readonly: boolean): void {
  driver.pragma('busy_timeout = 5000');
  driver.pragma('trusted_schema = OFF');
  driver.pragma('cell_size_check = ON');
  // Sorts that outgrow memory would otherwise spill into a file in the clear.
  driver.pragma('temp_store = MEMORY');
  if (readonly) {
    driver.pragma('query_only = ON');
    return;
  }
  driver.pragma('journal_mode = WAL');
  driver.pragma('foreign_keys = ON');
  driver.pragma(`synchronous = ${kind === 'journal' ? 'FULL' : 'NORMAL'}`);
  // A commit of ten thousand writes logs 8 MB: a checkpoint within it would write and encrypt all of that twice.
  driver.pragma('wal_autocheckpoint = 8000');
  // A load touches the same pages of the indexes in batch after batch: 32 MB keep them from being read back each time.
  if (kind === 'cache') driver.pragma('cache_size = -32768');
}
