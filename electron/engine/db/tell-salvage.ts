import { basename } from 'node:path';
import type { Salvage } from './salvage-journal.ts';

/**
 * One sentence on what became of a damaged journal and what the agent should do: a committed run that is lost must not
 * be lost in silence (outbox invariant 1).
 */
export function tellSalvage({ quarantined, lostWrites, backup }: Salvage): string {
  const aside = basename(quarantined);
  if (lostWrites === 0)
    return `journal.db was damaged and nothing of the outbox is lost; once you have looked at the outbox, delete ${aside}.`;
  const since = backup === null ? '' : ` since the backup ${basename(backup)}`;
  const loss =
    lostWrites === null
      ? `what was committed${since} may be lost`
      : lostWrites === 1
        ? '1 committed write is lost'
        : `${lostWrites} committed writes are lost`;
  return `journal.db was damaged and ${loss}; compare the history with your stores, then delete ${aside}.`;
}
