import { readFileSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { backUp } from './backup.ts';
import { ensureStoreNo } from './cache/store-numbers.ts';
import { openCache } from './open-cache.ts';
import { openJournalFile } from './open-journal.ts';
import type { WritableDb } from './open.ts';
import { storeId } from '../../../shared/domain/ids.ts';
import { TEST_KEY, tempDir } from './test-support/temp-dir.ts';

/**
 * Invariant 1: a committed run is never lost. A journal of which a part does not read any more keeps every write whose
 * page still reads; a backup fills the gaps, and what comes from it is never sent blindly.
 */
const NOW = Date.UTC(2026, 10, 24, 6);
const PAGE = 4096;
const WRITES = 120;

function paths() {
  const dir = tempDir();
  return { dir, file: join(dir, 'journal.db'), backupDir: join(dir, 'backups') };
}

const open = ({ file, backupDir }: ReturnType<typeof paths>, now = NOW) =>
  openJournalFile({ file, key: TEST_KEY, backupDir, clock: { now: () => now } });

function addWrites(db: WritableDb, run: string, count: number): void {
  db.prepare<[string, string]>(
    `INSERT INTO runs (id, plan, fix, params, excluded, agent, created_at) VALUES (?, ?, 'reprocess', '{}', '[]', 'ana', 1)`,
  ).run(run, `plan of ${run}`);
  const write = db.prepare<[string, number, string]>(
    `INSERT INTO writes (run, store, seq, fix, op_name, op, entity, state, in_overlay, created_at, updated_at)
     VALUES (?, 'atelier', ?, 'reprocess', 'order_tags_add', ?, 'gid://shopify/Order/1', 'queued', 1, 1, 1)`,
  );
  for (let seq = 0; seq < count; seq += 1) write.run(run, seq, JSON.stringify({ note: 'x'.repeat(200) }));
}

/** A closed journal of one run; its daily backup is as old as `withBackup` says: of before it, or of after it. */
function aJournal(withBackup: 'before the run' | 'after the run' = 'before the run') {
  const at = paths();
  const { db } = open(at);
  addWrites(db, 'run-1', WRITES);
  if (withBackup === 'after the run')
    backUp({ db, key: TEST_KEY, dir: at.backupDir, label: 'daily', now: NOW + 1 });
  db.close();
  return at;
}

function flip(file: string, page: number): void {
  const bytes = readFileSync(file);
  const at = page * PAGE + 2000;
  bytes.writeUInt8(bytes.readUInt8(at) ^ 0x10, at);
  writeFileSync(file, bytes);
}

const pagesOf = (file: string): number => Math.floor(readFileSync(file).byteLength / PAGE);
const count = (db: WritableDb, sql: string) => Number(db.prepare(sql).pluck().get());
const writesIn = (db: WritableDb) => count(db, 'SELECT count(*) FROM writes');

describe('a damaged journal', () => {
  test('with any one page damaged keeps all writes but those of that page, and says how many are lost', () => {
    const whole = aJournal();
    const bytes = readFileSync(whole.file);
    const outcomes = Array.from({ length: pagesOf(whole.file) - 1 }, (_, i) => i + 1).flatMap((page) => {
      const at = paths();
      writeFileSync(at.file, bytes);
      flip(at.file, page);
      const { db, salvage } = open(at);
      const kept = writesIn(db);
      const shown = count(db, 'SELECT count(*) FROM writes w JOIN runs r ON r.id = w.run');
      const verdict = db.prepare('PRAGMA integrity_check').pluck().get();
      db.close();
      return salvage ? [{ kept, shown, verdict, lost: salvage.lostWrites }] : [];
    });
    expect(outcomes.filter(({ verdict }) => verdict !== 'ok')).toEqual([]);
    expect(outcomes.filter(({ kept, shown }) => kept !== shown)).toEqual([]);
    const told = outcomes.flatMap(({ kept, lost }) => (lost === null ? [] : [{ kept, lost }]));
    expect(told.filter(({ kept, lost }) => kept + lost !== WRITES)).toEqual([]);
    // A leaf holds a few writes. The root of their tree and the page that describes it hold them all: there, only a
    // backup helps.
    expect(told.filter(({ lost }) => lost > 0 && lost < 20).length).toBeGreaterThan(5);
    expect(outcomes.filter(({ kept }) => kept < WRITES - 20).length).toBeLessThanOrEqual(2);
  });

  test('with a backup loses nothing, whichever page is damaged; what only the backup had is read back, not sent', () => {
    const whole = aJournal('after the run');
    const [backup] = readdirSync(whole.backupDir).toSorted().toReversed();
    const pages = pagesOf(whole.file);
    let restored = 0;
    for (let page = 0; page < pages; page += 4) {
      const at = paths();
      open({ ...at, file: join(at.dir, 'other.db') }).db.close();
      writeFileSync(at.file, readFileSync(whole.file));
      writeFileSync(join(at.backupDir, backup ?? ''), readFileSync(join(whole.backupDir, backup ?? '')));
      flip(at.file, page);
      const { db, salvage } = open(at);
      expect({ page, writes: writesIn(db) }).toEqual({ page, writes: WRITES });
      const distrusted = count(
        db,
        "SELECT count(*) FROM writes WHERE state = 'unknown' AND next_attempt_at IS NOT NULL",
      );
      const fromBackup = salvage?.restored.find(({ table }) => table === 'writes')?.rows ?? 0;
      expect(distrusted).toBe(fromBackup);
      restored += fromBackup;
      db.close();
    }
    expect(restored).toBeGreaterThan(WRITES);
  });

  test('that was cut short keeps what comes before the cut', () => {
    const at = aJournal();
    // The tables' roots come first, the writes last.
    truncateSync(at.file, (pagesOf(at.file) - 4) * PAGE + 100);
    const { db, salvage } = open(at);
    expect(salvage).not.toBeNull();
    expect(writesIn(db)).toBeGreaterThan(0);
    db.close();
  });

  test('never gives the number of a lost write to another', () => {
    const at = aJournal('after the run');
    flip(at.file, 0);
    const { db } = open(at);
    addWrites(db, 'run-2', 1);
    expect(count(db, 'SELECT max(id) FROM writes')).toBe(WRITES + 1);
    db.close();
  });

  test('what was taken out on purpose does not come back from a backup', () => {
    const at = paths();
    const { db } = open(at);
    addWrites(db, 'run-1', WRITES);
    db.exec("INSERT INTO control (scope, paused_at) VALUES ('*', 1)");
    backUp({ db, key: TEST_KEY, dir: at.backupDir, label: 'daily', now: NOW + 1 });
    db.exec('DELETE FROM control');
    db.close();
    flip(at.file, pagesOf(at.file) - 4);
    const again = open(at);
    expect(again.salvage).not.toBeNull();
    expect(count(again.db, 'SELECT count(*) FROM control')).toBe(0);
    again.db.close();
  });

  test('with another key, or with nothing that reads, is left as it is and refused in words', () => {
    const at = aJournal();
    const before = readFileSync(at.file);
    const otherKey = () =>
      openJournalFile({
        file: at.file,
        key: '00'.repeat(32),
        backupDir: at.backupDir,
        clock: { now: () => NOW },
      });
    expect(otherKey).toThrow(
      expect.objectContaining({ code: 'damaged', message: expect.stringMatching(/put the key back/) }),
    );
    expect(readFileSync(at.file).equals(before)).toBe(true);
    expect(readdirSync(at.dir).filter((name) => name.includes('damaged'))).toEqual([]);
  });
});

describe('a damaged cache', () => {
  const openAt = (file: string, key = TEST_KEY) => openCache({ file, key, clock: { now: () => NOW } });

  test.each([
    ['a flipped byte', (file: string) => flip(file, 3)],
    ['a cut', (file: string) => truncateSync(file, 5 * PAGE)],
    ['something else in its place', (file: string) => writeFileSync(file, 'my shopping list\n'.repeat(999))],
  ])('with %s is put aside and begun anew', (_what, damage) => {
    const file = join(tempDir(), 'cache.db');
    const { db } = openAt(file);
    ensureStoreNo(db, storeId('atelier'));
    db.close();
    damage(file);
    const damaged = readFileSync(file);
    const again = openAt(file);
    expect(again.quarantined).toBe(`${file}.damaged-20261124T060000000Z`);
    expect(readFileSync(again.quarantined ?? '').equals(damaged)).toBe(true);
    expect(again.db.prepare('SELECT * FROM stores').all()).toEqual([]);
    again.db.close();
  });

  test('a whole one stays', () => {
    const file = join(tempDir(), 'cache.db');
    const { db } = openAt(file);
    ensureStoreNo(db, storeId('atelier'));
    db.close();
    const again = openAt(file);
    expect(again.quarantined).toBeNull();
    expect(again.db.prepare('SELECT id FROM stores').pluck().all()).toEqual(['atelier']);
    again.db.close();
  });
});
