import { expect, test } from 'vitest';
import { workspaceNoticeInEnglish } from './en-workspace-notice.ts';
import { workspaceNoticeInFrench } from './fr-workspace-notice.ts';

const notice = {
  code: 'journal_salvaged',
  aside: 'journal.db.damaged-20261124T0600',
  backup: 'journal-1-daily.db',
} as const;

test.each([
  [0, 'nothing of the outbox is lost', 'rien de la file d’envoi n’est perdu'],
  [1, '1 committed write is lost', '1 écriture validée est perdue'],
  [7, '7 committed writes are lost', '7 écritures validées sont perdues'],
  [
    null,
    'what was committed since the backup journal-1-daily.db may be lost',
    'ce qui a été validé depuis la sauvegarde journal-1-daily.db est peut-être perdu',
  ],
])('a salvage that lost %s writes says so, and which file to delete', (lostWrites, english, french) => {
  const [en, fr] = [
    workspaceNoticeInEnglish({ ...notice, lostWrites }),
    workspaceNoticeInFrench({ ...notice, lostWrites }),
  ];
  expect(en).toContain(english);
  expect(fr).toContain(french);
  for (const text of [en, fr]) expect(text).toContain(notice.aside);
});
