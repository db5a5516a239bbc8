import { basename, dirname } from 'node:path';
import { UnstuckError } from '../../../shared/errors.ts';

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
    return new UnstuckError(
      'disk',
      `${folder} cannot be used for ${name} (${thrown.message}); choose a folder that you may write to with --home.`,
      {
        retryable: true,
        meta: { file },
        cause: thrown,
      },
    );
  }
  const code = sqliteCode(thrown);
  if (code === null) return thrown;
  const meta = { file, sqlite: code };
  const failure = (kind: 'damaged' | 'disk' | 'in_use', message: string, retryable: boolean): UnstuckError =>
    new UnstuckError(kind, message, { retryable, meta, cause: thrown });
  if (code === 'SQLITE_NOTADB') {
    return failure(
      'damaged',
      `${name} does not open with its key: the key is not the one it was made with, or the file is damaged; put the key back, or restore a copy from the backups folder in ${folder}.`,
      false,
    );
  }
  if (code.startsWith('SQLITE_CORRUPT')) {
    return failure(
      'damaged',
      `${name} in ${folder} is damaged; restart Unstuck, which recovers what can be read.`,
      false,
    );
  }
  if (code === 'SQLITE_FULL') {
    return failure(
      'disk',
      `The disk that holds ${folder} is full; free some space and try again, nothing was half-written.`,
      true,
    );
  }
  if (
    code.startsWith('SQLITE_READONLY') ||
    code.startsWith('SQLITE_PERM') ||
    code.startsWith('SQLITE_AUTH')
  ) {
    return failure(
      'disk',
      `${name} in ${folder} cannot be written to; make the folder and its files writable.`,
      true,
    );
  }
  if (code.startsWith('SQLITE_CANTOPEN')) {
    return failure(
      'disk',
      `${name} cannot be opened in ${folder}; check that the folder exists and that you may write to it.`,
      true,
    );
  }
  if (code.startsWith('SQLITE_IOERR')) {
    return failure(
      'disk',
      `Reading or writing ${name} in ${folder} failed; check the disk and try again.`,
      true,
    );
  }
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return failure(
      'in_use',
      `${name} in ${folder} is in use by another process; close it and try again.`,
      true,
    );
  }
  return thrown;
}
