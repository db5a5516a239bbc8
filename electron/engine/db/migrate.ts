import { basename, dirname } from 'node:path';
import { failed } from '../../../shared/failed.ts';
import type { WritableDb } from './access.ts';
import { driverOf } from './connection.ts';
import type { Migration } from './migration.ts';
import { hasShapeOf } from './schema-shape.ts';
import { transaction } from './transaction.ts';

/** The version a database is at: its `user_version`. */
function schemaVersion(db: WritableDb): number {
  return Number(driverOf(db).pragma('user_version', { simple: true }));
}

/**
 * Brings `db` to the newest version, each step in a transaction of its own, so that a crash leaves a version and never
 * something between two. `beforeEach` runs before a step on a database that holds something (a backup).
 * @throws UnstuckError `newer_database` when a newer Unstuck made the file, or one with another schema of that version
 */
export function migrate(
  db: WritableDb,
  migrations: readonly Migration[],
  beforeEach: (from: number) => void = () => undefined,
): void {
  checkSequence(migrations);
  const newest = migrations.length;
  let version = schemaVersion(db);
  if (version > newest) {
    throw failed(
      'newer_database',
      { code: 'newer_database', file: basename(db.name), version, known: newest },
      { meta: { file: db.name, version, known: newest } },
    );
  }
  if (version > 0 && !hasShapeOf(db, migrations.slice(0, version))) {
    const [file, folder] = [basename(db.name), dirname(db.name)];
    throw failed(
      'newer_database',
      { code: 'other_schema', file, folder },
      { meta: { file: db.name, version } },
    );
  }
  for (const migration of migrations.slice(version)) {
    if (version > 0) beforeEach(version);
    transaction(db, () => {
      migration.up(db);
      driverOf(db).pragma(`user_version = ${migration.version}`);
    });
    version = migration.version;
  }
}

function checkSequence(migrations: readonly Migration[]): void {
  for (const [index, { version, name }] of migrations.entries()) {
    if (version !== index + 1)
      throw new TypeError(`Migration ${name} must have version ${index + 1}, not ${version}.`);
  }
}
