import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { UnstuckError } from '../../../shared/errors.ts';
import type { WritableDb } from './access.ts';
import { databaseError } from './database-error.ts';
import { openDriver } from './open-driver.ts';

const KEPT = 3;
const DAY_MS = 24 * 60 * 60 * 1000;

export interface BackupOptions {
  readonly db: WritableDb;
  /** 64 hex digits: the copy has the same key. */
  readonly key: string;
  readonly dir: string;
  /** What it was made for: `v3` (before the migration from version 3) or `daily`. */
  readonly label: string;
  /** UTC ms. */
  readonly now: number;
}

/** The backups of a database in `dir`, newest first: `journal-20261124T060000Z-daily.db`. */
export function listBackups(
  dir: string,
  file: string,
): readonly { readonly path: string; readonly at: number }[] {
  if (!existsSync(dir)) return [];
  const pattern = new RegExp(
    `^${stem(file)}-(\\d{4})(\\d{2})(\\d{2})T(\\d{2})(\\d{2})(\\d{2})(\\d{3})Z-[\\w]+\\.db$`,
  );
  return readdirSync(dir)
    .flatMap((name) => {
      const part = pattern.exec(name);
      if (!part) return [];
      const [year, month, day, hour, minute, second, ms] = part.slice(1).map(Number);
      const at = Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second, ms);
      return [{ path: join(dir, name), at }];
    })
    .toSorted((a, b) => b.at - a.at || b.path.localeCompare(a.path));
}

/**
 * Writes an encrypted copy of `db` into `dir`, proves it by opening it and checking its integrity, and drops all but
 * the newest three. The name appears only once the copy is whole.
 * @returns the copy's path
 * @throws UnstuckError `disk` when it cannot be written, `damaged` when the copy does not prove whole
 */
export function backUp({ db, key, dir, label, now }: BackupOptions): string {
  const path = join(dir, `${stem(db.name)}-${timestamp(now)}-${label}.db`);
  const partial = `${path}.partial`;
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    rmSync(partial, { force: true });
    db.prepare<[string]>('VACUUM INTO ?').run(partial);
    verify(partial, key);
    renameSync(partial, path);
  } catch (thrown) {
    rmSync(partial, { force: true });
    throw databaseError(thrown, db.name);
  }
  for (const old of listBackups(dir, db.name).slice(KEPT)) rmSync(old.path, { force: true });
  return path;
}

/** Backs up when the newest backup is a day old, or lies in the future (the clock was set back). */
export function backUpDaily(options: Omit<BackupOptions, 'label'>): string | null {
  const [newest] = listBackups(options.dir, options.db.name);
  if (newest && newest.at <= options.now && options.now - newest.at < DAY_MS) return null;
  return backUp({ ...options, label: 'daily' });
}

function verify(path: string, key: string): void {
  const copy = openDriver(path, key, { readonly: true, fileMustExist: true });
  try {
    const verdict = copy.pragma('integrity_check(1)', { simple: true });
    if (verdict !== 'ok') {
      throw new UnstuckError(
        'damaged',
        `The backup of ${basename(path)} does not prove whole (${String(verdict)}); check the disk.`,
      );
    }
  } finally {
    copy.close();
  }
}

function stem(file: string): string {
  return basename(file).replace(/\.db$/, '');
}

function timestamp(now: number): string {
  return new Date(now).toISOString().replaceAll(/[-:.]/g, '');
}
