import type { BulkKind } from '../../shopify/store-api.ts';
import type { WritableDb } from '../access.ts';
import type { StoreNo } from './store-numbers.ts';

/** A line of a bulk operation's file as it came. `end`: the byte of the file behind it. */
interface KeptLine {
  readonly text: string;
  readonly end: number;
}

/** Lines of orders or products of which some have not come yet, by the id of the order or product. */
export interface BulkLines {
  /** Whether any are kept. */
  isEmpty(): boolean;
  of(parent: string): readonly KeptLine[];
  put(parent: string, line: KeptLine): void;
  drop(parent: string): void;
  /** Ids of up to `limit` whose lines are kept. */
  parents(limit: number): readonly string[];
}

export function createBulkLines(db: WritableDb, store: StoreNo, kind: BulkKind): BulkLines {
  type Of = [store: number, kind: string];
  const any = db.prepare<Of, 1>('SELECT 1 FROM bulk_lines WHERE store = ? AND kind = ? LIMIT 1').pluck();
  const of = db.prepare<[...Of, parent: string], KeptLine>(
    `SELECT line AS text, line_end AS "end" FROM bulk_lines WHERE store = ? AND kind = ? AND parent = ?
     ORDER BY line_end`,
  );
  const put = db.prepare<[...Of, parent: string, end: number, line: string]>(
    'INSERT OR REPLACE INTO bulk_lines (store, kind, parent, line_end, line) VALUES (?, ?, ?, ?, ?)',
  );
  const drop = db.prepare<[...Of, parent: string]>(
    'DELETE FROM bulk_lines WHERE store = ? AND kind = ? AND parent = ?',
  );
  const parents = db
    .prepare<[...Of, limit: number], string>(
      'SELECT DISTINCT parent FROM bulk_lines WHERE store = ? AND kind = ? ORDER BY parent LIMIT ?',
    )
    .pluck();
  return {
    isEmpty: () => any.get(store, kind) === undefined,
    of: (parent) => of.all(store, kind, parent),
    put: (parent, { text, end }) => void put.run(store, kind, parent, end, text),
    drop: (parent) => void drop.run(store, kind, parent),
    parents: (limit) => parents.all(store, kind, limit),
  };
}
