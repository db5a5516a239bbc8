import { basename, dirname } from 'node:path';
import type { WorkspaceFailure } from '../../../shared/domain/failure.ts';
import { type UnstuckError } from '../../../shared/errors.ts';
import { failed } from '../../../shared/failed.ts';

/** SQLite's extended code of a thrown error (`SQLITE_IOERR_WRITE`), or null. */
function sqliteCode(thrown: unknown): string | null {
  if (!(thrown instanceof Error) || !('code' in thrown) || typeof thrown.code !== 'string') return null;
  return thrown.code.startsWith('SQLITE_') ? thrown.code : null;
}

function isFileSystemError(thrown: unknown): thrown is NodeJS.ErrnoException {
  return thrown instanceof Error && 'syscall' in thrown && 'errno' in thrown;
}

/**
 * What a failure of SQLite on `file` means for people: `damaged` (also when the key is wrong: encrypted pages look the
 * same), `disk` (full, read-only, unreachable), `in_use`. Anything else comes back as it is: it is a bug.
 */
export function databaseError(thrown: unknown, file: string): unknown {
  const name = basename(file);
  const folder = dirname(file);
  if (isFileSystemError(thrown)) {
    return failed(
      'disk',
      { code: 'folder_unusable', file: name, folder, problem: thrown.message },
      { retryable: true, meta: { file }, cause: thrown },
    );
  }
  const code = sqliteCode(thrown);
  if (code === null) return thrown;
  const meta = { file, sqlite: code };
  const of = { file: name, folder };
  const failure = (
    kind: 'damaged' | 'disk' | 'in_use',
    said: WorkspaceFailure,
    retryable: boolean,
  ): UnstuckError => failed(kind, said, { retryable, meta, cause: thrown });
  const begins = (...prefixes: readonly string[]): boolean =>
    prefixes.some((prefix) => code.startsWith(prefix));
  if (code === 'SQLITE_NOTADB') return failure('damaged', { code: 'database_key_wrong', ...of }, false);
  if (begins('SQLITE_CORRUPT')) return failure('damaged', { code: 'database_damaged', ...of }, false);
  if (code === 'SQLITE_FULL') return failure('disk', { code: 'disk_full', folder }, true);
  if (begins('SQLITE_READONLY', 'SQLITE_PERM', 'SQLITE_AUTH'))
    return failure('disk', { code: 'database_unwritable', ...of }, true);
  if (begins('SQLITE_CANTOPEN')) return failure('disk', { code: 'database_unopenable', ...of }, true);
  if (begins('SQLITE_IOERR')) return failure('disk', { code: 'database_io', ...of }, true);
  if (begins('SQLITE_BUSY', 'SQLITE_LOCKED'))
    return failure('in_use', { code: 'database_busy', ...of }, true);
  return thrown;
}
