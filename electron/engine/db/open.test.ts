import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openDatabase, transaction, type Migration } from './open.ts';
import { isSuspect } from './suspicion.ts';
import { TEST_KEY, tempDir } from './test-support/temp-dir.ts';

const notes: Migration = {
  version: 1,
  name: 'notes',
  up: (db) => db.exec('CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT'),
};

function withNotes(file: string, count: number): void {
  const db = openDatabase({ file, key: TEST_KEY, migrations: [notes] });
  transaction(db, () => {
    const insert = db.prepare<[string]>('INSERT INTO notes (text) VALUES (?)');
    for (let i = 0; i < count; i += 1) insert.run(`Carafe for Jeanne number ${i}`);
  });
  db.close();
}

describe('openDatabase', () => {
  test('leaves nothing readable on the disk, neither in the file nor in its log', () => {
    const file = join(tempDir(), 'journal.db');
    const db = openDatabase({ file, key: TEST_KEY, migrations: [notes] });
    db.prepare<[string]>('INSERT INTO notes (text) VALUES (?)').run('Jeanne Martin, 4 rue des Lilas');
    const log = readFileSync(`${file}-wal`);
    expect(log.byteLength).toBeGreaterThan(0);
    expect(log.includes('Jeanne')).toBe(false);
    db.close();
    const bytes = readFileSync(file);
    expect(bytes.includes('Jeanne')).toBe(false);
    expect(bytes.includes('SQLite format 3')).toBe(false);
  });

  test.skipIf(process.platform === 'win32')('is for its owner only, its log too', () => {
    const file = join(tempDir(), 'journal.db');
    const db = openDatabase({ file, key: TEST_KEY, migrations: [notes] });
    expect([file, `${file}-wal`].map((path) => statSync(path).mode & 0o777)).toEqual([0o600, 0o600]);
    db.close();
  });

  test('a wrong key is one sentence with the remedy, and changes nothing', () => {
    const file = join(tempDir(), 'journal.db');
    withNotes(file, 3);
    const before = readFileSync(file);
    expect(() => openDatabase({ file, key: '00'.repeat(32), migrations: [notes] })).toThrow(
      expect.objectContaining({
        code: 'damaged',
        message: expect.stringMatching(/does not open with its key.*put the key back/),
      }),
    );
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test.each([1, 3, 6])('a flipped byte in page %i is noticed when the page is read', (page) => {
    const file = join(tempDir(), 'journal.db');
    withNotes(file, 2000);
    const bytes = readFileSync(file);
    const at = page * 4096 + 1234;
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
    writeFileSync(file, bytes);
    const db = openDatabase({ file, key: TEST_KEY, migrations: [notes] });
    expect(() => db.prepare('SELECT sum(length(text)) FROM notes').all()).toThrow(
      expect.objectContaining({ code: 'damaged' }),
    );
    expect(isSuspect(file)).toBe(true);
    db.close();
  });

  test('a file that is something else is damaged, not overwritten', () => {
    const file = join(tempDir(), 'journal.db');
    writeFileSync(file, 'my shopping list\n'.repeat(1000));
    expect(() => openDatabase({ file, key: TEST_KEY, migrations: [notes] })).toThrow(
      expect.objectContaining({ code: 'damaged' }),
    );
    expect(readFileSync(file, 'utf8')).toContain('shopping');
  });

  test('a folder that cannot be made is a disk error', () => {
    const dir = tempDir();
    writeFileSync(join(dir, 'taken'), '');
    expect(() =>
      openDatabase({ file: join(dir, 'taken', 'journal.db'), key: TEST_KEY, migrations: [notes] }),
    ).toThrow(expect.objectContaining({ code: 'disk' }));
  });

  test('a reader sees what the writer commits and can write nothing, not even through RETURNING', () => {
    const file = join(tempDir(), 'cache.db');
    const writer = openDatabase({ file, key: TEST_KEY, migrations: [notes], kind: 'cache' });
    const reader = openDatabase({ file, key: TEST_KEY, migrations: [notes], kind: 'cache', readonly: true });
    writer.prepare("INSERT INTO notes (text) VALUES ('one')").run();
    expect(reader.prepare<[], number>('SELECT count(*) FROM notes').pluck().get()).toBe(1);
    expect(() => reader.prepare('DELETE FROM notes RETURNING id').all()).toThrow(
      expect.objectContaining({ code: 'disk' }),
    );
    reader.close();
    writer.close();
  });
});

describe('transaction', () => {
  const open = () =>
    openDatabase({ file: join(tempDir(), 'journal.db'), key: TEST_KEY, migrations: [notes] });

  test('undoes everything when its work throws', () => {
    const db = open();
    expect(() =>
      transaction(db, () => {
        db.prepare("INSERT INTO notes (text) VALUES ('half')").run();
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(db.prepare('SELECT * FROM notes').all()).toEqual([]);
    db.close();
  });

  test('inside another one joins it', () => {
    const db = open();
    transaction(db, () => {
      transaction(db, () => db.prepare("INSERT INTO notes (text) VALUES ('inner')").run());
      expect(db.inTransaction).toBe(true);
    });
    expect(db.prepare('SELECT text FROM notes').pluck().all()).toEqual(['inner']);
    db.close();
  });

  test('refuses work that awaits, since another task would land inside it', () => {
    const db = open();
    expect(() => transaction(db, async () => undefined)).toThrow('must not await');
    expect(db.inTransaction).toBe(false);
    db.close();
  });
});
