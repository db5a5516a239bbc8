import { legacyId, orderId, type OrderId } from '../../../../shared/domain/ids.ts';
import type { Order } from '../../../../shared/domain/order.ts';
import type { WritableDb } from '../access.ts';
import { createCausesRepo } from './causes.ts';
import { stored } from './json.ts';
import { createOrderLinks } from './order-links.ts';
import { searchWords, zipKeys } from './order-search-keys.ts';
import type { StoreNo } from './store-numbers.ts';
import { createTally } from './tally.ts';
import type { Verdict } from './verdict.ts';

/** older: what is here is newer and stays. */
type Upserted = { readonly id: OrderId; readonly change: 'new' | 'changed' | 'unchanged' | 'older' };

/**
 * Writes orders and their verdicts. All of it inside one transaction that ends with `flush`: it brings the counts up to
 * what was written.
 */
export interface OrdersRepo {
  upsert(store: StoreNo, order: Order): Upserted;
  /** Keeps where an order stands. @returns whether anything was different before */
  saveVerdict(id: OrderId, verdict: Verdict): boolean;
  /** The store no longer has it. */
  remove(id: OrderId): void;
  flush(): void;
}

interface Columns {
  readonly id: number;
  readonly store: number;
  readonly updatedAt: number;
  readonly valueMinor: number;
  readonly currency: string;
  readonly state: string;
  readonly errorType: string | null;
  readonly source: string | null;
  readonly predicted: string | null;
  readonly dueAt: number | null;
  readonly overlaid: 0 | 1;
  readonly diagnoses: string;
  readonly body: string;
}

const COLUMNS = `id, store, updated_at AS updatedAt, value_minor AS valueMinor, currency, state, error_type AS errorType,
  source, predicted_type AS predicted, due_at AS dueAt, overlaid, diagnoses, body`;

export function createOrdersRepo(db: WritableDb): OrdersRepo {
  const tally = createTally(db);
  const causes = createCausesRepo(db, tally);
  const links = createOrderLinks(db);
  const byGid = db.prepare<[number, number], Columns>(
    `SELECT ${COLUMNS} FROM orders WHERE store = ? AND legacy_id = ?`,
  );
  const byId = db.prepare<[number], Columns>(`SELECT ${COLUMNS} FROM orders WHERE id = ?`);
  const insert = db.prepare<ReturnType<typeof bindOrder>>(
    `INSERT INTO orders (store, legacy_id, name, created_at, updated_at, value_minor, currency, customer_key, person_key,
       city_key, zip, body, state, diagnoses)
     VALUES (@store, @legacyId, @name, @createdAt, @updatedAt, @valueMinor, @currency, @customer, @person, @city, @zip,
       @body, 'waiting', '[]')`,
  );
  const update = db.prepare<ReturnType<typeof bindOrder>>(
    `UPDATE orders SET name = @name, created_at = @createdAt, updated_at = @updatedAt, value_minor = @valueMinor,
       currency = @currency, customer_key = @customer, person_key = @person, city_key = @city, zip = @zip, body = @body
     WHERE store = @store AND legacy_id = @legacyId`,
  );
  const putWords = db.prepare<[number, string]>(
    'INSERT OR REPLACE INTO order_words (rowid, words) VALUES (?, ?)',
  );
  const dropWords = db.prepare<[number]>('DELETE FROM order_words WHERE rowid = ?');
  const judge = db.prepare<
    [string, string | null, string | null, string | null, number | null, 0 | 1, string, number]
  >(
    `UPDATE orders SET state = ?, error_type = ?, source = ?, predicted_type = ?, due_at = ?, overlaid = ?,
       diagnoses = ? WHERE id = ?`,
  );
  const dropTagEvents = db.prepare<[number, number]>(
    'DELETE FROM tag_events WHERE store = ? AND legacy_id = ?',
  );
  const drop = db.prepare<[number]>('DELETE FROM orders WHERE id = ?');

  const add = (store: StoreNo, order: Order, bound: ReturnType<typeof bindOrder>): Upserted => {
    const id = orderId(Number(insert.run(bound).lastInsertRowid));
    tally.order({ ...UNJUDGED, store, currency: bound.currency, valueMinor: bound.valueMinor }, 1);
    links.move(store, id, null, order);
    putWords.run(id, searchWords(order));
    return { id, change: 'new' };
  };
  const change = (before: Columns, order: Order, bound: ReturnType<typeof bindOrder>): void => {
    update.run(bound);
    const { currency, valueMinor } = bound;
    if (before.valueMinor !== valueMinor || before.currency !== currency) {
      tally.order(before, -1);
      tally.order({ ...before, currency, valueMinor }, 1);
      causes.revalue(before, { ...before, currency, valueMinor });
    }
    const old = stored<Order>(before.body);
    links.move(before.store, before.id, old, order);
    const words = searchWords(order);
    if (words !== searchWords(old)) putWords.run(before.id, words);
  };

  return {
    upsert(store, order) {
      const before = byGid.get(store, Number(legacyId(order.gid)));
      if (!before) return add(store, order, bindOrder(store, order, bodyOf(order)));
      const id = orderId(before.id);
      if (order.updatedAt < before.updatedAt) return { id, change: 'older' };
      const body = bodyOf(order);
      // Shopify's updatedAt has whole seconds: the same second may hold two changes.
      if (body === before.body) return { id, change: 'unchanged' };
      change(before, order, bindOrder(store, order, body));
      return { id, change: 'changed' };
    },
    saveVerdict(id, verdict) {
      const before = byId.get(id);
      if (!before) return false;
      const diagnoses = JSON.stringify(verdict.diagnoses);
      const { state, errorType, source, predicted, dueAt } = verdict;
      const overlaid = verdict.overlaid ? 1 : 0;
      const same =
        before.state === state &&
        before.errorType === errorType &&
        before.source === source &&
        before.predicted === predicted &&
        before.dueAt === dueAt &&
        before.overlaid === overlaid &&
        before.diagnoses === diagnoses;
      if (state === 'stuck' || before.state === 'stuck') {
        causes.replace(before, state === 'stuck' ? verdict.causes : []);
      }
      if (same) return false;
      judge.run(state, errorType, source, predicted, dueAt, overlaid, diagnoses, id);
      tally.order(before, -1);
      tally.order({ ...before, state, errorType, source, predicted }, 1);
      return true;
    },
    remove(id) {
      const before = byId.get(id);
      if (!before) return;
      const old = stored<Order>(before.body);
      causes.replace(before, []);
      tally.order(before, -1);
      links.move(before.store, id, old, null);
      dropWords.run(id);
      dropTagEvents.run(before.store, Number(legacyId(old.gid)));
      drop.run(id);
    },
    flush: () => tally.flush(),
  };
}

const UNJUDGED = { state: 'waiting', errorType: null, source: null, predicted: null } as const;

/** Without tag events: they are read on their own, later and more rarely. */
const bodyOf = (order: Order): string => JSON.stringify({ ...order, tagEvents: null });

function bindOrder(store: StoreNo, order: Order, body: string) {
  const { customer, person, city, zip } = zipKeys(order);
  return {
    store,
    legacyId: Number(legacyId(order.gid)),
    name: order.name,
    createdAt: order.createdAt,
    updatedAt: order.updatedAt,
    valueMinor: order.total.amountMinor,
    currency: order.total.currency,
    customer,
    person,
    city,
    zip,
    body,
  };
}
