import type { WritableDb } from '../access.ts';

/** The full-text table, whose rows are orders by their place. */
export interface WordIndex {
  /** `fresh`: the place was free before. */
  put(place: number, words: string, fresh: boolean): void;
  drop(place: number): void;
  /** Writes what was put and dropped; belongs into the same transaction as the orders. */
  flush(): void;
}

type Change = { readonly words: string; readonly fresh: boolean } | null;

/** Collects changes and writes them by place: what comes out of turn makes the table begin a new segment each time. */
export function createWordIndex(db: WritableDb): WordIndex {
  const changes = new Map<number, Change>();
  const add = db.prepare<[number, string]>('INSERT INTO order_words (rowid, words) VALUES (?, ?)');
  const replace = db.prepare<[number, string]>(
    'INSERT OR REPLACE INTO order_words (rowid, words) VALUES (?, ?)',
  );
  const remove = db.prepare<[number]>('DELETE FROM order_words WHERE rowid = ?');
  return {
    put(place, words, fresh) {
      const known = changes.get(place);
      changes.set(place, { words, fresh: known === undefined ? fresh : known !== null && known.fresh });
    },
    drop(place) {
      changes.set(place, null);
    },
    flush() {
      if (changes.size === 0) return;
      for (const place of [...changes.keys()].toSorted((a, b) => a - b)) {
        const change = changes.get(place);
        if (!change) remove.run(place);
        else (change.fresh ? add : replace).run(place, change.words);
      }
      changes.clear();
    },
  };
}
