import { join } from 'node:path';
import type { Migration } from '../../electron/engine/db/migration.ts';
import { openDatabase, type WritableDb } from '../../electron/engine/db/open.ts';
import { BENCH_KEY } from './bench-home.ts';

/**
 * A database with nothing but tables that hold rows as they come: no keys, no indexes, no checks. It is opened by the
 * engine's own opener, so cipher, page size and pragmas are those of the database that it is the floor of.
 * @param tables names with their column names
 */
export function openBareTables(
  home: string,
  kind: 'cache' | 'journal',
  tables: Readonly<Record<string, readonly string[]>>,
): WritableDb {
  const bare: Migration = {
    version: 1,
    name: 'bare',
    up: (db) => {
      for (const [table, columns] of Object.entries(tables))
        db.exec(`CREATE TABLE ${table} (${columns.map((column) => `"${column}"`).join(', ')})`);
    },
  };
  return openDatabase({ file: join(home, 'bare.db'), key: BENCH_KEY, migrations: [bare], kind });
}

/** Inserts rows given as lists of values. */
export function bareInsert(
  db: WritableDb,
  table: string,
  columns: number,
): (row: readonly unknown[]) => void {
  const marks = Array.from({ length: columns }, () => '?').join(', ');
  const statement = db.prepare(`INSERT INTO ${table} VALUES (${marks})`);
  return (row) => void statement.run(...row);
}
