import { assertNever } from '../domain/assert-never.ts';
import type { WorkspaceNotice } from '../domain/workspace-notice.ts';

/** Ce qu’il est advenu d’un fichier endommagé, et ce qu’il reste à faire. */
export function workspaceNoticeInFrench(notice: WorkspaceNotice): string {
  switch (notice.code) {
    case 'cache_rebuilt':
      return `Le cache, cache.db, était endommagé et repart de zéro ; synchronisez pour le remplir, puis supprimez ${notice.aside}.`;
    case 'journal_salvaged':
      return notice.lostWrites === 0
        ? `Le journal, journal.db, était endommagé et rien de la file d’envoi n’est perdu ; après un coup d’œil à la file, supprimez ${notice.aside}.`
        : `Le journal, journal.db, était endommagé et ${loss(notice)} ; comparez l’historique avec vos boutiques, puis supprimez ${notice.aside}.`;
    default:
      return assertNever(notice);
  }
}

function loss({ lostWrites, backup }: Extract<WorkspaceNotice, { code: 'journal_salvaged' }>): string {
  if (lostWrites === null)
    return `ce qui a été validé${backup === null ? '' : ` depuis la sauvegarde ${backup}`} est peut-être perdu`;
  return lostWrites === 1 ? '1 écriture validée est perdue' : `${lostWrites} écritures validées sont perdues`;
}
