import * as fc from 'fast-check';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { messageOf } from '../../../../shared/errors.ts';
import { cacheMigrations } from '../migrations/cache.ts';
import { openDatabase, transaction, type WritableDb } from '../open.ts';
import { tempDir, TEST_KEY } from '../test-support/temp-dir.ts';
import { longWordsFrom, pruneLongWords } from './long-words.ts';
import { createWordIndex } from './word-index.ts';

function aCache(): WritableDb {
  const file = join(tempDir(), 'cache.db');
  const db = openDatabase({ file, key: TEST_KEY, migrations: cacheMigrations, kind: 'cache' });
  onTestFinished(() => db.close());
  return db;
}

const listed = (db: WritableDb): readonly string[] =>
  db.prepare<[], string>('SELECT word FROM long_words ORDER BY word').pluck().all();

const words = fc
  .uniqueArray(
    fc.constantFrom('bézier', 'béziers', 'customer', 'customs', '::::::kbn-1', '::::::all', 'vip'),
    {
      minLength: 1,
    },
  )
  .map((some) => some.join(' '));
/** Places that get words (null: lose them) in one transaction, which ends well or does not. */
const step = fc.record({
  changes: fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.option(words)), { maxLength: 4 }),
  fails: fc.boolean(),
});

function outcomeOf(work: () => void): string {
  try {
    work();
    return 'done';
  } catch (thrown) {
    return messageOf(thrown);
  }
}

test('the list has the long words of all orders and no others, whatever comes, goes and fails', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 6 }), (steps) => {
      const db = aCache();
      const held = new Map<number, string>();
      for (const { changes, fails } of steps) {
        const after = new Map(held);
        const write = (): void => {
          const index = createWordIndex(db);
          for (const [place, now] of changes) {
            const before = after.get(place) ?? null;
            if (now !== null) index.put(place, now, before);
            else if (before !== null) index.drop(place, before);
            if (now === null) after.delete(place);
            else after.set(place, now);
          }
          index.flush();
          if (fails) throw new RangeError('as planned');
        };
        const outcome = outcomeOf(() => transaction(db, write));
        expect(outcome).toBe(fails ? 'as planned' : 'done');
        if (fails) continue;
        held.clear();
        for (const [place, now] of after) held.set(place, now);
      }
      const long = [...held.values()].flatMap((text) => text.split(' ')).filter((word) => word.length > 6);
      expect(listed(db)).toEqual([...new Set(long)].toSorted());
    }),
    { numRuns: 40 },
  );
});

test('a beginning is the words that begin so, accents and all; so many that nobody names them are null', () => {
  const db = aCache();
  const put = (place: number, text: string): void =>
    transaction(db, () => {
      const index = createWordIndex(db);
      index.put(place, text, null);
      index.flush();
    });
  put(1, 'customs customer customer-12 bruxelles');
  expect(longWordsFrom(db, 'custome')).toEqual(['customer', 'customer-12']);
  expect(longWordsFrom(db, 'customer-13')).toEqual([]);
  put(2, Array.from({ length: 500 }, (_, n) => `customer-${n}`).join(' '));
  expect(longWordsFrom(db, 'custome')).toBeNull();
});

test('pruning leaves the words that orders have', () => {
  const db = aCache();
  transaction(db, () => {
    const index = createWordIndex(db);
    index.put(1, 'customer bruxelles', null);
    index.put(2, 'customer montpellier', null);
    index.flush();
    db.prepare('DELETE FROM order_words WHERE rowid = 2').run();
  });
  pruneLongWords(db);
  expect(listed(db)).toEqual(['bruxelles', 'customer']);
});
