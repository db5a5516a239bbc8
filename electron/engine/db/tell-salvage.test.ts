import { describe, expect, test } from 'vitest';
import { tellSalvage } from './tell-salvage.ts';

const salvage = {
  quarantined: '/home/ana/journal.db.damaged-20261124T0600',
  salvaged: null,
  restored: [],
  backup: '/home/ana/backups/journal-1-daily.db',
};

describe('what became of a damaged journal is told', () => {
  test.each([
    [
      0,
      'journal.db was damaged and nothing of the outbox is lost; once you have looked at the outbox, delete journal.db.damaged-20261124T0600.',
    ],
    [
      1,
      'journal.db was damaged and 1 committed write is lost; compare the history with your stores, then delete journal.db.damaged-20261124T0600.',
    ],
    [
      7,
      'journal.db was damaged and 7 committed writes are lost; compare the history with your stores, then delete journal.db.damaged-20261124T0600.',
    ],
    [
      null,
      'journal.db was damaged and what was committed since the backup journal-1-daily.db may be lost; compare the history with your stores, then delete journal.db.damaged-20261124T0600.',
    ],
  ])('with %s writes lost', (lostWrites, sentence) => {
    expect(tellSalvage({ ...salvage, lostWrites })).toBe(sentence);
  });
});
