import { assertNever } from '../domain/assert-never.ts';
import type { WorkspaceFailure } from '../domain/failure.ts';

/** Why the workspace does not open or cannot be kept, in one English sentence with the remedy. */
export function workspaceFailureInEnglish(it: WorkspaceFailure): string {
  switch (it.code) {
    case 'in_use':
      return `${it.folder} is in use by another Unstuck${it.process === null ? '' : ` (process ${it.process})`}; close it or use another --home.`;
    case 'newer_database':
      return `${it.file} was made by a newer Unstuck (its version is ${it.version}, this one knows up to ${it.known}); update Unstuck or use another --home.`;
    case 'other_schema':
      return `${it.file} in ${it.folder} was made by another version of Unstuck, from before its first release, and does not fit this one; nothing was changed: move the folder away to begin anew, or use another --home.`;
    case 'database_key_wrong':
      return `${it.file} does not open with its key: the key is not the one it was made with, or the file is damaged; put the key back, or restore a copy from the backups folder in ${it.folder}.`;
    case 'database_damaged':
      return `${it.file} in ${it.folder} is damaged; restart Unstuck, which recovers what can be read.`;
    case 'journal_lost':
      return `${it.file} in ${it.folder} does not read with its key, and neither does any copy in ${it.backups}: put the key back, or move the file away to begin anew.`;
    case 'key_malformed':
      return `The key of the databases in ${it.folder}, in the ${it.keychain}, is not one (64 hex digits); restore it, or use another --home.`;
    case 'key_missing':
      return `The key of the databases in ${it.folder} is not in the ${it.keychain}; restore it, or use another --home.`;
    case 'key_unreadable':
      return `The key file ${it.file} cannot be read; check its permissions.`;
    case 'keychain_refused':
      return `The keychain did not give or take “${it.secret}”; unlock it and try again.`;
    case 'folder_unusable':
      return `${it.folder} cannot be used for ${it.file} (${it.problem}); choose a folder that you may write to with --home.`;
    case 'folder_unwritable':
      return `The data directory ${it.folder} cannot be written; make it and its files writable, or give another with --home.`;
    case 'disk_full':
      return `The disk that holds ${it.folder} is full; free some space and try again, nothing was half-written.`;
    case 'database_unwritable':
      return `${it.file} in ${it.folder} cannot be written to; make the folder and its files writable.`;
    case 'database_unopenable':
      return `${it.file} cannot be opened in ${it.folder}; check that the folder exists and that you may write to it.`;
    case 'database_io':
      return `Reading or writing ${it.file} in ${it.folder} failed; check the disk and try again.`;
    case 'database_busy':
      return `${it.file} in ${it.folder} is in use by another process; close it and try again.`;
    case 'engine_keeps_ending':
      return 'The engine of Unstuck ended several times within a minute; its log, unstuck.log in the data directory, says where.';
    case 'no_merchants':
      return 'The demo merchants did not start; restart Unstuck.';
    default:
      return assertNever(it);
  }
}
