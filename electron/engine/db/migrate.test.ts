import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listBackups } from './backup.ts';
import { openDatabase, type Migration } from './open.ts';
import { TEST_KEY, tempDir } from './test-support/temp-dir.ts';

const first: Migration = {
  version: 1,
  name: 'writes',
  up: (db) => db.exec('CREATE TABLE writes (id INTEGER PRIMARY KEY, op TEXT NOT NULL) STRICT'),
};
const second: Migration = {
  version: 2,
  name: 'attempts',
  up: (db) => db.exec('ALTER TABLE writes ADD COLUMN attempts INTEGER NOT NULL DEFAULT 0'),
};
const broken: Migration = {
  version: 2,
  name: 'broken',
  up: (db) => {
    db.exec('ALTER TABLE writes ADD COLUMN attempts INTEGER');
    db.exec('CREATE TABLE writes (nothing TEXT)');
  },
};

function journal(migrations: readonly Migration[]) {
  const dir = tempDir();
  const file = join(dir, 'journal.db');
  const backupDir = join(dir, 'backups');
  const open = (list: readonly Migration[], now = 0) =>
    openDatabase({ file, key: TEST_KEY, migrations: list, backupDir, clock: { now: () => now } });
  const db = open(migrations);
  db.prepare("INSERT INTO writes (op) VALUES ('order_tags_add')").run();
  db.close();
  return { file, backupDir, open };
}

describe('migrate', () => {
  test('takes a database of the version before, keeps its rows, and leaves a whole copy of what was', () => {
    const { file, backupDir, open } = journal([first]);
    const db = open([first, second], Date.UTC(2026, 10, 24, 6));
    expect(db.prepare('SELECT op, attempts FROM writes').all()).toEqual([
      { op: 'order_tags_add', attempts: 0 },
    ]);
    db.close();

    const [copy] = listBackups(backupDir, file);
    expect(copy?.path).toMatch(/journal-20261124T060000000Z-v1\.db$/);
    const before = openDatabase({
      file: copy?.path ?? '',
      key: TEST_KEY,
      migrations: [first],
      readonly: true,
    });
    expect(before.prepare('SELECT * FROM writes').all()).toEqual([{ id: 1, op: 'order_tags_add' }]);
    before.close();
  });

  test('a database whose version was once another schema is refused in words, and left as it is', () => {
    const { file, open } = journal([
      { ...first, up: (db) => db.exec('CREATE TABLE writes (id INTEGER PRIMARY KEY, op)') },
    ]);
    const before = readFileSync(file);
    const opening = () => open([first, second]);
    expect(opening).toThrow(/from before its first release.*move the folder away/);
    expect(opening).toThrow(expect.objectContaining({ code: 'newer_database' }));
    expect(readFileSync(file)).toEqual(before);
  });

  test('a step that fails leaves the version before it, whole', () => {
    const { open } = journal([first]);
    expect(() => open([first, broken])).toThrow('already exists');
    const db = open([first]);
    expect(db.prepare('SELECT * FROM writes').all()).toEqual([{ id: 1, op: 'order_tags_add' }]);
    db.close();
  });

  test('refuses a database of a newer version, naming both versions and the remedy', () => {
    const { open } = journal([first, second]);
    expect(() => open([first])).toThrow(
      expect.objectContaining({
        code: 'newer_database',
        message:
          'journal.db was made by a newer Unstuck (its version is 2, this one knows up to 1); update Unstuck or use another --home.',
      }),
    );
  });
});
