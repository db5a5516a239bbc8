import { existsSync, renameSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type Database from 'better-sqlite3';
import type { UnstuckError } from '../../../shared/errors.ts';
import { failed } from '../../../shared/failed.ts';
import { listBackups } from './backup.ts';
import { connect } from './connection.ts';
import { copyReadable, tablesOf, type CopiedTable } from './copy-readable.ts';
import { databaseError } from './database-error.ts';
import { migrate } from './migrate.ts';
import { journalMigrations } from './migrations/journal.ts';
import { openDriver } from './open-driver.ts';
import { copyAside, removeDatabase } from './quarantine.ts';

/** What became of a damaged journal. */
export interface Salvage {
  /** Where the damaged one was put. */
  readonly quarantined: string;
  /** What of it could be read; null: nothing. */
  readonly salvaged: readonly CopiedTable[] | null;
  /** The backup that filled the gaps; null: none was needed, or there is none. */
  readonly backup: string | null;
  readonly restored: readonly CopiedTable[];
  /** Writes that were committed and are in neither; null: there is no telling. */
  readonly lostWrites: number | null;
}

export interface SalvageOptions {
  readonly file: string;
  /** 64 hex digits. */
  readonly key: string;
  readonly backupDir: string;
  /** UTC ms. */
  readonly now: number;
}

interface Backup {
  readonly path: string;
  readonly driver: Database;
}

/** What must not be lost comes first. */
const FIRST = [
  'writes',
  'runs',
  'write_deps',
  'write_orders',
  'run_orders',
  'order_marks',
  'control',
  'stores',
];

/**
 * Makes a whole journal out of a damaged one: what reads of it, and from the newest backup what is missing in tables
 * that did not read whole. A write that comes from the backup may have been sent since, so it is `unknown` and read back
 * before anything is sent (outbox invariant 2). The damaged file is kept aside.
 * @throws UnstuckError `damaged` when neither the file nor any backup reads: the key may be the wrong one, and nothing
 * was changed
 */
export function salvageJournal({ file, key, backupDir, now }: SalvageOptions): Salvage {
  const damaged = openReadable(file, key);
  const backup = newestBackup(backupDir, file, key);
  const source = damaged ?? backup?.driver;
  if (!source) throw nothingReads(file, backupDir);
  const fresh = `${file}.salvaged`;
  removeDatabase(fresh);
  const to = openDriver(fresh, key);
  const close = (): void => {
    for (const driver of [to, damaged, backup?.driver]) driver?.close();
  };
  try {
    const quarantined = copyAside(file, now);
    migrate(connect(to, 'write'), journalMigrations.slice(0, versionOf(source)));
    to.pragma('foreign_keys = OFF');
    to.exec('BEGIN');
    const rows = fill(to, damaged, backup, now);
    adoptOrphans(to);
    const given = givenNumbers(source);
    keepNumbering(to, given);
    const lostWrites = damaged && given.has('writes') ? missingWrites(to) : null;
    to.exec('COMMIT');
    close();
    removeDatabase(file);
    renameSync(fresh, file);
    return { quarantined, ...rows, lostWrites };
  } catch (thrown) {
    close();
    removeDatabase(fresh);
    throw databaseError(thrown, file);
  }
}

function fill(
  to: Database,
  damaged: Database | null,
  backup: Backup | null,
  now: number,
): Pick<Salvage, 'salvaged' | 'restored' | 'backup'> {
  const tables = [...FIRST, ...tablesOf(to).filter((table) => !FIRST.includes(table))];
  const salvaged = damaged && copyReadable(damaged, to, tables);
  // What is gone from a table that reads whole was taken out of it on purpose.
  const wanting = salvaged ? salvaged.filter(({ whole }) => !whole).map(({ table }) => table) : tables;
  if (!backup || wanting.length === 0) return { salvaged, restored: [], backup: null };
  to.exec('CREATE TEMP TABLE own_writes AS SELECT id FROM writes');
  const restored = copyReadable(backup.driver, to, wanting);
  to.prepare<[number], never>(
    `UPDATE writes SET state = 'unknown', next_attempt_at = ?,
       reason = '{"code":"from_backup"}'
     WHERE state IN ('queued', 'sending', 'retry_wait', 'blocked_auth') AND id NOT IN (SELECT id FROM own_writes)`,
  ).run(now);
  return { salvaged, restored, backup: backup.path };
}

/** A write whose run is lost would show nowhere: it gets one to be seen by. */
function adoptOrphans(to: Database): void {
  to.exec(`INSERT INTO runs (id, plan, fix, params, excluded, agent, created_at)
    SELECT run, 'salvaged:' || run, min(fix), '{}', '[]', 'unknown', min(created_at) FROM writes
    WHERE run NOT IN (SELECT id FROM runs) GROUP BY run`);
}

/** Numbers that were given are not given again. */
function keepNumbering(to: Database, given: ReadonlyMap<string, number>): void {
  const put = to.prepare<[string, number], never>('INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)');
  const raise = to.prepare<[number, string], never>(
    'UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?',
  );
  for (const [name, seq] of given) if (raise.run(seq, name).changes === 0) put.run(name, seq);
}

/** Writes are never deleted, so each number that was given and is not there is one that is lost. */
function missingWrites(to: Database): number {
  const lost = to
    .prepare<[], number | null>(
      "SELECT (SELECT seq FROM sqlite_sequence WHERE name = 'writes') - (SELECT count(*) FROM writes)",
    )
    .pluck();
  return lost.get() ?? 0;
}

/** The highest number given, by table; a journal without any write gave none. */
function givenNumbers(source: Database): ReadonlyMap<string, number> {
  try {
    const rows = source
      .prepare<[], { name: string; seq: number }>('SELECT name, seq FROM sqlite_sequence')
      .all();
    return new Map([['writes', 0], ...rows.map(({ name, seq }): [string, number] => [name, seq])]);
  } catch {
    // It does not read either: the rows that do give the highest number that is known.
    return new Map();
  }
}

function openReadable(file: string, key: string): Database | null {
  if (!existsSync(file)) return null;
  try {
    const driver = openDriver(file, key, { damaged: true });
    if (versionOf(driver) > 0) return driver;
    driver.close();
    return null;
  } catch {
    return null;
  }
}

function newestBackup(dir: string, file: string, key: string): Backup | null {
  for (const { path } of listBackups(dir, file)) {
    const driver = openReadable(path, key);
    if (driver) return { path, driver };
  }
  return null;
}

function versionOf(driver: Database): number {
  return Number(driver.pragma('user_version', { simple: true }));
}

function nothingReads(file: string, backupDir: string): UnstuckError {
  return failed(
    'damaged',
    { code: 'journal_lost', file: basename(file), folder: dirname(file), backups: backupDir },
    { meta: { file } },
  );
}
