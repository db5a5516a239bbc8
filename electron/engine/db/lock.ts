import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { UnstuckError } from '../../../shared/errors.ts';
import { failed } from '../../../shared/failed.ts';
import { databaseError } from './database-error.ts';

export interface HomeLock {
  release(): void;
}

/**
 * Takes the data directory for this process. The lock is the kernel's, on an open transaction of `lock.db`: it goes
 * when the process dies, however it dies, so no stale lock is ever left. The process number beside it is for people.
 * @throws UnstuckError `in_use` naming the process that has it; `disk` where the directory cannot be made
 */
export function lockHome(home: string): HomeLock {
  const file = join(home, 'lock.db');
  const pidFile = join(home, 'lock.pid');
  let driver: Database | null = null;
  try {
    mkdirSync(home, { recursive: true, mode: 0o700 });
    driver = new Database(file, { timeout: 0 });
    driver.exec('BEGIN EXCLUSIVE');
    writeFileSync(pidFile, String(process.pid), { mode: 0o600 });
  } catch (thrown) {
    driver?.close();
    throw lockError(thrown, home, pidFile);
  }
  const held = driver;
  return {
    release() {
      if (!held.open) return;
      rmSync(pidFile, { force: true });
      held.close();
    },
  };
}

function lockError(thrown: unknown, home: string, pidFile: string): unknown {
  const error = databaseError(thrown, join(home, 'lock.db'));
  if (error instanceof UnstuckError && error.code === 'in_use') {
    const pid = readPid(pidFile);
    return failed('in_use', { code: 'in_use', folder: home, process: pid }, { meta: { home, pid } });
  }
  return error;
}

function readPid(pidFile: string): number | null {
  try {
    const pid = Number(readFileSync(pidFile, 'utf8'));
    return Number.isInteger(pid) && pid > 0 ? pid : null;
  } catch {
    return null;
  }
}
