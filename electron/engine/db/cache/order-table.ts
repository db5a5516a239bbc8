import type { DiagnosisSource } from '../../../../shared/domain/diagnosis.ts';
import type { ErrorType, OrderState } from '../../../../shared/domain/error-type.ts';
import type { Millis } from '../../../../shared/domain/order.ts';
import type { WritableDb } from '../access.ts';
import type { StoreNo } from './store-numbers.ts';
import type { Verdict } from './verdict.ts';
import type { ZipKeys } from './zip-keys.ts';

/** A row of `orders` without its id. */
export interface OrderColumns extends ZipKeys {
  readonly store: StoreNo;
  readonly legacyId: number;
  readonly place: number;
  readonly digest: number;
  readonly name: string;
  readonly createdAt: Millis;
  readonly updatedAt: Millis;
  readonly valueMinor: number;
  readonly currency: string;
  readonly state: OrderState;
  readonly errorType: ErrorType | null;
  readonly source: DiagnosisSource | null;
  readonly predicted: ErrorType | null;
  readonly dueAt: Millis | null;
  readonly overlaid: 0 | 1;
  readonly eventsDue: 0 | 1;
  readonly diagnoses: string;
  readonly head: string;
  readonly body: string;
}

/** What tells whether an order that comes is a newer one. */
export interface OrderVersion {
  readonly id: number;
  readonly updatedAt: Millis;
  readonly digest: number;
}

/** The rows of `orders`, one by one; what hangs on them is the repo's business. */
export interface OrderTable {
  /** Of those that are here, by their legacy id, from an index alone. */
  versions(store: StoreNo, legacyIds: readonly number[]): Map<number, OrderVersion>;
  find(id: number): OrderColumns | undefined;
  /** @throws Error when it is not there */
  read(id: number): OrderColumns;
  placeOf(id: number): number;
  insert(columns: OrderColumns): number;
  update(id: number, columns: OrderColumns): void;
  /** `ignored`: its events are due, unless they were read since it last changed. */
  judge(id: number, verdict: Verdict, diagnoses: string, ignored: boolean): void;
  remove(id: number): void;
}

/** Column by field, in the order in which values are bound. */
const COLUMN = {
  store: 'store',
  legacyId: 'legacy_id',
  place: 'place',
  digest: 'digest',
  name: 'name',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
  valueMinor: 'value_minor',
  currency: 'currency',
  state: 'state',
  errorType: 'error_type',
  source: 'source',
  predicted: 'predicted_type',
  dueAt: 'due_at',
  overlaid: 'overlaid',
  eventsDue: 'events_due',
  customer: 'customer_key',
  city: 'city_key',
  zip: 'zip',
  diagnoses: 'diagnoses',
  head: 'head',
  body: 'body',
} as const satisfies Record<keyof OrderColumns, string>;

type Value = string | number | null;

export function createOrderTable(db: WritableDb): OrderTable {
  const names = Object.values(COLUMN);
  const select = Object.entries(COLUMN).map(([field, column]) => `${column} AS ${field}`);
  const byLegacyId = db.prepare<[number, string], OrderVersion & { readonly legacyId: number }>(
    `SELECT id, legacy_id AS legacyId, updated_at AS updatedAt, digest FROM orders
     WHERE store = ? AND legacy_id IN (SELECT value FROM json_each(?))`,
  );
  const newest = db
    .prepare<[number], number | null>('SELECT max(legacy_id) FROM orders WHERE store = ?')
    .pluck();
  const byId = db.prepare<[number], OrderColumns>(`SELECT ${select.join(', ')} FROM orders WHERE id = ?`);
  const place = db.prepare<[number], number>('SELECT place FROM orders WHERE id = ?').pluck();
  const insert = db.prepare<Value[]>(
    `INSERT INTO orders (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
  );
  const update = db.prepare<Value[]>(
    `UPDATE orders SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE id = ?`,
  );
  const judge = db.prepare<Value[]>(
    `UPDATE orders SET state = ?, error_type = ?, source = ?, predicted_type = ?, due_at = ?, overlaid = ?,
       diagnoses = ?, events_due = ? AND NOT EXISTS (
         SELECT 1 FROM tag_events t
         WHERE t.store = orders.store AND t.legacy_id = orders.legacy_id AND t.version = orders.updated_at)
     WHERE id = ?`,
  );
  const drop = db.prepare<[number]>('DELETE FROM orders WHERE id = ?');
  const expect = <T>(found: T | undefined, id: number): T => {
    if (found !== undefined) return found;
    throw new Error(`Order ${id} is not in the cache.`);
  };
  return {
    versions: (store, legacyIds) => {
      // Ids grow with time: a first load, and what is new, lies behind all that is here.
      const last = newest.get(store) ?? 0;
      const old = legacyIds.filter((id) => id <= last);
      if (old.length === 0) return new Map();
      return new Map(byLegacyId.all(store, JSON.stringify(old)).map((row) => [row.legacyId, row]));
    },
    find: (id) => byId.get(id),
    read: (id) => expect(byId.get(id), id),
    placeOf: (id) => expect(place.get(id), id),
    insert: (columns) => Number(insert.run(...valuesOf(columns)).lastInsertRowid),
    update: (id, columns) => void update.run(...valuesOf(columns), id),
    judge: (id, { state, errorType, source, predicted, dueAt, overlaid }, diagnoses, ignored) => {
      const values = [state, errorType, source, predicted, dueAt, overlaid ? 1 : 0, diagnoses];
      judge.run(...values, ignored ? 1 : 0, id);
    },
    remove: (id) => void drop.run(id),
  };
}

/** In the order of `COLUMN`; written out, since this runs once per order. */
function valuesOf(columns: OrderColumns): Value[] {
  return [
    columns.store,
    columns.legacyId,
    columns.place,
    columns.digest,
    columns.name,
    columns.createdAt,
    columns.updatedAt,
    columns.valueMinor,
    columns.currency,
    columns.state,
    columns.errorType,
    columns.source,
    columns.predicted,
    columns.dueAt,
    columns.overlaid,
    columns.eventsDue,
    columns.customer,
    columns.city,
    columns.zip,
    columns.diagnoses,
    columns.head,
    columns.body,
  ];
}
