import Database from 'better-sqlite3';
import type { WritableDb } from './access.ts';
import { connect, driverOf } from './connection.ts';
import type { Migration } from './migration.ts';

/**
 * Whether the tables, columns and indexes of `db` are those that `migrations` make. They are not where a version number
 * was given to another schema before a release: its statements would fail later, in words that tell nobody anything.
 */
export function hasShapeOf(db: WritableDb, migrations: readonly Migration[]): boolean {
  const model = new Database(':memory:');
  try {
    const fresh = connect(model, 'write');
    for (const { up } of migrations) up(fresh);
    return shapeOf(model) === shapeOf(driverOf(db));
  } finally {
    model.close();
  }
}

function shapeOf(driver: Database): string {
  const rows = driver
    .prepare(
      `SELECT s.type AS kind, s.name AS owner, c.name AS name, c.type AS type, c."notnull" AS needed, c.pk AS pk FROM sqlite_schema s
       LEFT JOIN pragma_table_info(s.name) c WHERE s.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
       ORDER BY kind, owner, name`,
    )
    .all();
  return JSON.stringify(rows);
}
