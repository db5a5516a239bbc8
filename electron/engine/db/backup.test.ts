import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { backUp, backUpDaily, listBackups } from './backup.ts';
import { openDatabase } from './open.ts';
import { TEST_KEY, tempDir } from './test-support/temp-dir.ts';

const DAY = 24 * 60 * 60 * 1000;
const start = Date.UTC(2026, 10, 24, 6);

function journal() {
  const dir = tempDir();
  const db = openDatabase({
    file: join(dir, 'journal.db'),
    key: TEST_KEY,
    migrations: [{ version: 1, name: 'notes', up: (d) => d.exec('CREATE TABLE notes (text TEXT) STRICT') }],
  });
  db.prepare("INSERT INTO notes VALUES ('secret remark')").run();
  return { db, key: TEST_KEY, dir: join(dir, 'backups') };
}

describe('backUp', () => {
  test('the copy is encrypted with the same key and holds the rows that are still in the log', () => {
    const { db, key, dir } = journal();
    const path = backUp({ db, key, dir, label: 'daily', now: start });
    expect(readFileSync(path).includes('secret')).toBe(false);
    const copy = openDatabase({ file: path, key, migrations: [], readonly: true });
    expect(copy.prepare('SELECT text FROM notes').pluck().all()).toEqual(['secret remark']);
    copy.close();
    db.close();
  });

  test('keeps the newest three and nothing half-made', () => {
    const { db, key, dir } = journal();
    for (let day = 0; day < 5; day += 1) backUp({ db, key, dir, label: 'daily', now: start + day * DAY });
    expect(listBackups(dir, db.name).map(({ at }) => at)).toEqual([4, 3, 2].map((day) => start + day * DAY));
    expect(readdirSync(dir)).toHaveLength(3);
    db.close();
  });
});

describe('backUpDaily', () => {
  test('makes one when the newest is a day old, and also when the clock was set back', () => {
    const { db, key, dir } = journal();
    const at = (now: number) => backUpDaily({ db, key, dir, now }) !== null;
    expect(at(start)).toBe(true);
    expect(at(start + DAY - 1)).toBe(false);
    expect(at(start + DAY)).toBe(true);
    expect(at(start - 10 * DAY)).toBe(true);
    db.close();
  });
});
