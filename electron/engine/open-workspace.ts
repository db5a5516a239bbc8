import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { UnstuckError } from '../../shared/errors.ts';
import type { ReadableDb, WritableDb } from './db/access.ts';
import type { Ports } from './ports.ts';

const KEY_NAME = 'database-key';

/** Where a workspace's files are inside its data directory. */
export const filesOf = (home: string): { cache: string; journal: string; backups: string } => ({
  cache: join(home, 'cache.db'),
  journal: join(home, 'journal.db'),
  backups: join(home, 'backups'),
});

/**
 * The key of both databases, 64 hex digits: made at the first start, kept in the keychain.
 * @throws UnstuckError `damaged` when the databases are there and their key is not
 */
export async function databaseKey({ secrets, paths }: Ports): Promise<string> {
  const known = await secrets.get(KEY_NAME);
  if (known) return known;
  if (existsSync(filesOf(paths.home).journal))
    throw new UnstuckError(
      'damaged',
      `The key of the databases in ${paths.home} is not in the ${secrets.backend}; restore it, or use another --home.`,
    );
  const key = randomBytes(32).toString('hex');
  await secrets.set(KEY_NAME, key);
  return key;
}

/** @throws UnstuckError `disk` when the data directory cannot be made */
export function makeHome(home: string): void {
  try {
    mkdirSync(home, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw new UnstuckError('disk', `The data directory ${home} cannot be used; give another with --home.`, { cause });
  }
}

export interface Workspace {
  readonly journal: WritableDb;
  readonly cache: WritableDb;
  /** A second connection to the cache, for reads while sync writes. */
  readonly reads: ReadableDb;
}
