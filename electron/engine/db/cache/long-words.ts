import type { ReadableDb, WritableDb } from '../access.ts';
import { rollbacksOf, transaction } from '../transaction.ts';

/** The full-text table has indexes of beginnings up to this (0001-initial.ts). */
const LONGEST_INDEXED = 6;
/** A longer beginning may be so many words; what begins more of them is in few orders each. */
const MOST_WORDS = 400;
/** Words that a connection knows to be in the list, so that it need not look. */
const REMEMBERED = 50_000;
const PRUNED_AT_ONCE = 1000;

/** Whether a beginning is longer than those of which the full-text table has an index. */
export const isLong = (word: string): boolean => word.length > LONGEST_INDEXED;

/** The words of orders that begin so, `beginning` itself among them; null: too many to name. */
export function longWordsFrom(db: ReadableDb, beginning: string): readonly string[] | null {
  const found = db
    .prepare<[string, string], string>(
      `SELECT word FROM long_words WHERE word >= ? AND word < ? LIMIT ${MOST_WORDS + 1}`,
    )
    .pluck()
    .all(beginning, `${beginning}\u{10ffff}`);
  return found.length > MOST_WORDS ? null : found;
}

/** Keeps the list of long words; all of it inside the transaction that writes the words of the orders. */
export interface LongWords {
  /** Orders have these words now; as `orderWords` gives them. */
  note(words: string): void;
  /** An order no longer has them. After its words were written: drops those that no other order has. */
  release(words: string): void;
}

interface Known {
  readonly words: Set<string>;
  readonly rollbacks: number;
}
const knownBy = new WeakMap<WritableDb, Known>();

export function createLongWords(db: WritableDb): LongWords {
  const add = db.prepare<[string]>('INSERT OR IGNORE INTO long_words (word) VALUES (?)');
  const drop = dropUnused(db);
  return {
    note(words) {
      const known = knownWords(db);
      for (const word of words.split(' ')) {
        if (!isLong(word) || known.has(word)) continue;
        add.run(word);
        known.add(word);
      }
    },
    release(words) {
      for (const word of words.split(' ')) if (isLong(word)) drop(word);
    },
  };
}

/** Drops from the list what no order has any more, after many orders went at once. */
export function pruneLongWords(db: WritableDb): void {
  const next = db
    .prepare<[string], string>(`SELECT word FROM long_words WHERE word > ? LIMIT ${PRUNED_AT_ONCE}`)
    .pluck();
  const drop = dropUnused(db);
  for (let some = next.all(''); some.length > 0; some = next.all(some.at(-1) ?? ''))
    transaction(db, () => some.forEach(drop));
}

function dropUnused(db: WritableDb): (word: string) => void {
  const used = db.prepare<[string], 1>('SELECT 1 FROM order_words WHERE order_words MATCH ? LIMIT 1').pluck();
  const remove = db.prepare<[string]>('DELETE FROM long_words WHERE word = ?');
  return (word) => {
    if (used.get(`"${word}"`) !== undefined) return;
    remove.run(word);
    knownWords(db).delete(word);
  };
}

function knownWords(db: WritableDb): Set<string> {
  const rollbacks = rollbacksOf(db);
  let known = knownBy.get(db);
  if (!known || known.rollbacks !== rollbacks || known.words.size >= REMEMBERED) {
    known = { words: new Set(), rollbacks };
    knownBy.set(db, known);
  }
  return known.words;
}
