import { assertNever } from '../domain/assert-never.ts';
import type { WorkspaceNotice } from '../domain/workspace-notice.ts';

/**
 * One sentence on what became of a damaged file and what the agent should do: a committed run that is lost must not be
 * lost in silence (outbox invariant 1).
 */
export function workspaceNoticeInEnglish(notice: WorkspaceNotice): string {
  switch (notice.code) {
    case 'cache_rebuilt':
      return `The cache, cache.db, was damaged and is begun anew; sync to fill it again, then delete ${notice.aside}.`;
    case 'journal_salvaged':
      return notice.lostWrites === 0
        ? `The journal, journal.db, was damaged and nothing of the outbox is lost; once you have looked at the outbox, delete ${notice.aside}.`
        : `The journal, journal.db, was damaged and ${loss(notice)}; compare the history with your stores, then delete ${notice.aside}.`;
    default:
      return assertNever(notice);
  }
}

function loss({ lostWrites, backup }: Extract<WorkspaceNotice, { code: 'journal_salvaged' }>): string {
  if (lostWrites === null)
    return `what was committed${backup === null ? '' : ` since the backup ${backup}`} may be lost`;
  return lostWrites === 1 ? '1 committed write is lost' : `${lostWrites} committed writes are lost`;
}
