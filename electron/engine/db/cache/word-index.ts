import type { WritableDb } from '../access.ts';
import { createLongWords } from './long-words.ts';

/** The full-text table, whose rows are orders by their place. Words are as `orderWords` gives them. */
export interface WordIndex {
  /** `before`: what stood at this place; null: it was free. */
  put(place: number, words: string, before: string | null): void;
  drop(place: number, before: string): void;
  /** Writes what was put and dropped; belongs into the same transaction as the orders. */
  flush(): void;
}

interface Change {
  /** null: the place is free now. */
  readonly words: string | null;
  /** null: it was free before. */
  readonly before: string | null;
}

/** Collects changes and writes them by place: what comes out of turn makes the table begin a new segment each time. */
export function createWordIndex(db: WritableDb): WordIndex {
  const changes = new Map<number, Change>();
  const longWords = createLongWords(db);
  const add = db.prepare<[number, string]>('INSERT INTO order_words (rowid, words) VALUES (?, ?)');
  const replace = db.prepare<[number, string]>(
    'INSERT OR REPLACE INTO order_words (rowid, words) VALUES (?, ?)',
  );
  const remove = db.prepare<[number]>('DELETE FROM order_words WHERE rowid = ?');
  const change = (place: number, words: string | null, before: string | null): void => {
    const known = changes.get(place);
    changes.set(place, { words, before: known ? known.before : before });
  };
  return {
    put: change,
    drop: (place, before) => change(place, null, before),
    flush() {
      if (changes.size === 0) return;
      const released: string[] = [];
      for (const place of [...changes.keys()].toSorted((a, b) => a - b)) {
        const { words, before } = changes.get(place) ?? { words: null, before: null };
        if (words === null) remove.run(place);
        else {
          (before === null ? add : replace).run(place, words);
          longWords.note(words);
        }
        if (before !== null) released.push(lost(before, words ?? ''));
      }
      changes.clear();
      for (const words of released) longWords.release(words);
    },
  };
}

function lost(before: string, now: string): string {
  const kept = new Set(now.split(' '));
  return before
    .split(' ')
    .filter((word) => !kept.has(word))
    .join(' ');
}
