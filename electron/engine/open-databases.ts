import { existsSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { basename, join } from 'node:path';
import type { WorkspaceNotice } from '../../shared/domain/workspace-notice.ts';
import { failed } from '../../shared/failed.ts';
import { createAuditRepo, JOURNAL_SALVAGED } from './outbox/audit-repo.ts';
import { UNSTUCK } from './outbox/move-write.ts';
import { cacheMigrations } from './db/migrations/cache.ts';
import { openCache } from './db/open-cache.ts';
import { openJournalFile } from './db/open-journal.ts';
import { openDatabase, type ReadableDb, type WritableDb } from './db/open.ts';
import type { Ports } from './ports.ts';
import { workspaceNoticeInEnglish } from '../../shared/words/en-workspace-notice.ts';

const KEY_NAME = 'database-key';

export interface Databases {
  readonly journal: WritableDb;
  readonly cache: WritableDb;
  /** A second connection to the cache, for reads beside the one that writes. */
  readonly reads: ReadableDb;
  /** For a thread that opens the cache on its own. The key is in the keychain and in memory only. */
  readonly cacheFile: { readonly file: string; readonly key: string };
  /** What the agent should know about how they opened. */
  readonly notices: readonly WorkspaceNotice[];
  close(): void;
}

/** Where a workspace's files are inside its data directory. */
const filesOf = (home: string): { cache: string; journal: string; backups: string } => ({
  cache: join(home, 'cache.db'),
  journal: join(home, 'journal.db'),
  backups: join(home, 'backups'),
});

/**
 * Opens both databases of a data directory that this process holds, makes them at the first start, and backs the
 * journal up once a day. A damaged cache is begun anew, a damaged journal salvaged; both are logged and told,
 * and the history keeps that the journal was salvaged.
 * @throws UnstuckError `damaged`, `newer_database` or `disk`, each with its remedy
 */
export async function openDatabases(ports: Ports): Promise<Databases> {
  const { cache: cacheFile, journal: journalFile, backups } = filesOf(ports.paths.home);
  const key = await databaseKey(ports, existsSync(journalFile));
  const { clock, logger } = ports;
  const {
    db: journal,
    salvage,
    backupProblem,
  } = openJournalFile({ file: journalFile, key, backupDir: backups, clock });
  const notices: WorkspaceNotice[] = [];
  if (salvage) {
    logger.error('journal.salvaged', { ...salvage });
    const { quarantined, lostWrites, backup } = salvage;
    const notice: WorkspaceNotice = {
      code: 'journal_salvaged',
      aside: basename(quarantined),
      lostWrites,
      backup: backup && basename(backup),
    };
    notices.push(notice);
    createAuditRepo(journal).append({
      at: clock.now(),
      who: UNSTUCK,
      what: JOURNAL_SALVAGED,
      run: null,
      write: null,
      store: null,
      detail: workspaceNoticeInEnglish(notice),
    });
  }
  if (backupProblem !== null) logger.warn('journal.not_backed_up', { message: backupProblem });
  const opened: { close(): void }[] = [journal];
  try {
    const { db: cache, quarantined } = openCache({ file: cacheFile, key, clock });
    opened.push(cache);
    if (quarantined !== null) {
      logger.warn('cache.rebuilt', { quarantined });
      notices.push({ code: 'cache_rebuilt', aside: basename(quarantined) });
    }
    const reads = openDatabase({
      file: cacheFile,
      key,
      migrations: cacheMigrations,
      kind: 'cache',
      readonly: true,
    });
    opened.push(reads);
    const cacheAt = { file: cacheFile, key };
    return { journal, cache, reads, cacheFile: cacheAt, notices, close: () => closeAll(opened) };
  } catch (thrown) {
    closeAll(opened);
    throw thrown;
  }
}

/** The last opened first: the writer's close tidies up the write-ahead log that readers use. */
function closeAll(opened: readonly { close(): void }[]): void {
  for (const db of opened.toReversed()) db.close();
}

/** The key of both databases, 64 hex digits: made at the first start, kept in the keychain. */
async function databaseKey({ secrets, paths }: Ports, journalExists: boolean): Promise<string> {
  const known = await secrets.get(KEY_NAME);
  if (known && !/^[0-9a-f]{64}$/i.test(known))
    throw failed('damaged', { code: 'key_malformed', folder: paths.home, keychain: secrets.backend });
  if (known) return known;
  if (journalExists)
    throw failed('damaged', { code: 'key_missing', folder: paths.home, keychain: secrets.backend });
  const key = randomBytes(32).toString('hex');
  await secrets.set(KEY_NAME, key);
  return key;
}
