import type { FulfilmentProduct } from '../../../../shared/domain/catalog.ts';
import { legacyId } from '../../../../shared/domain/ids.ts';
import type { Millis, Order } from '../../../../shared/domain/order.ts';
import type { PlatformOrder } from '../../shopify/store-api.ts';
import type { FulfilmentProducts } from '../../triage/fulfilment-products.ts';
import type { JudgeInput } from '../../triage/judge.ts';
import type { ReadableDb, WritableDb } from '../access.ts';
import { importedAt } from './imports-repo.ts';
import { stored } from './json.ts';
import type { StoreNo } from './store-numbers.ts';

/** An order name or number as both sides write it: `#1001` and `1001` are one. */
export const plainId = (text: string): string => text.trim().replace(/^#/, '');

/** What the platform says of an order, by its API and by the list that was imported last. */
export type PlatformWord = Pick<JudgeInput, 'verdict' | 'importedMessage'>;

interface Said {
  readonly status: string | null;
  readonly message: string | null;
}

/**
 * What the platform says of an order, found by the order's number, else by its name. A list that was imported before
 * `lastChangeAt`, our last write on the order, no longer counts: the platform has looked again since.
 */
export function createPlatformWord(
  db: ReadableDb,
  store: StoreNo,
): (order: Order, lastChangeAt: Millis) => PlatformWord {
  const inApi = db.prepare<[number, string], { status: string; message: string | null }>(
    'SELECT status, message FROM platform_orders WHERE store = ? AND external_id = ?',
  );
  const inList = db.prepare<[number, string], Said>(
    'SELECT status, message FROM imported_errors WHERE store = ? AND external_id = ?',
  );
  const listedAt = importedAt(db, store, 'platform-errors');
  const unknown: PlatformWord = { verdict: { known: false } };
  return (order, lastChangeAt) => {
    const number = legacyId(order.gid);
    const name = plainId(order.name);
    const found = inApi.get(store, number) ?? inApi.get(store, name);
    if (found) return { verdict: { known: true, ...found } };
    if (listedAt === null || listedAt < lastChangeAt) return unknown;
    const listed = inList.get(store, number) ?? inList.get(store, name);
    if (!listed) return unknown;
    return listed.status === null
      ? { verdict: { known: false }, importedMessage: listed.message }
      : { verdict: { known: true, status: listed.status, message: listed.message } };
  };
}

/** Replaces the platform's orders. @returns local ids of the orders whose word from the platform is another now */
export function replacePlatformOrders(
  db: WritableDb,
  store: StoreNo,
  orders: readonly PlatformOrder[],
): ReadonlySet<number> {
  const key = ({ status, message }: { status: string; message: string | null }): string =>
    JSON.stringify([status, message]);
  const before = new Map(
    db
      .prepare<[number], { externalId: string; status: string; message: string | null }>(
        'SELECT external_id AS externalId, status, message FROM platform_orders WHERE store = ?',
      )
      .all(store)
      .map((row) => [row.externalId, key(row)]),
  );
  const put = db.prepare<[number, string, string, string, string | null]>(
    'INSERT OR REPLACE INTO platform_orders (store, external_id, id, status, message) VALUES (?, ?, ?, ?, ?)',
  );
  const drop = db.prepare<[number, string]>(
    'DELETE FROM platform_orders WHERE store = ? AND external_id = ?',
  );
  const changed = new Set<string>();
  const seen = new Set<string>();
  for (const order of orders) {
    const externalId = plainId(order.externalId);
    seen.add(externalId);
    if (before.get(externalId) === key(order)) continue;
    put.run(store, externalId, order.id, order.status, order.message);
    changed.add(externalId);
  }
  for (const gone of before.keys()) {
    if (seen.has(gone)) continue;
    drop.run(store, gone);
    changed.add(gone);
  }
  return ordersNamed(db, store, changed);
}

/** Local ids of the orders that go by one of these numbers or names. */
export function ordersNamed(
  db: ReadableDb,
  store: StoreNo,
  externalIds: ReadonlySet<string>,
): ReadonlySet<number> {
  const byNumber = db
    .prepare<[number, number], number>('SELECT id FROM orders WHERE store = ? AND legacy_id = ?')
    .pluck();
  const byName = db
    .prepare<[number, string], number>('SELECT id FROM orders WHERE store = ? AND name = ?')
    .pluck();
  const ids = new Set<number>();
  for (const externalId of externalIds) {
    const number = Number(externalId);
    if (Number.isSafeInteger(number)) for (const id of byNumber.all(store, number)) ids.add(id);
    for (const name of [externalId, `#${externalId}`]) for (const id of byName.all(store, name)) ids.add(id);
  }
  return ids;
}

/** The platform's products by what auto-link matches on, and by id. */
export interface FulfilmentProductReads extends FulfilmentProducts {
  byId(id: string): FulfilmentProduct | undefined;
}

export function createFulfilmentProductReads(db: ReadableDb, store: StoreNo): FulfilmentProductReads {
  const lookup = (column: 'id' | 'sku' | 'barcode') => {
    const find = db
      .prepare<[number, string], string>(
        `SELECT body FROM fulfilment_products WHERE store = ? AND ${column} = ? ORDER BY id`,
      )
      .pluck();
    return (value: string): readonly FulfilmentProduct[] =>
      value === '' ? [] : find.all(store, value).map((body) => stored<FulfilmentProduct>(body));
  };
  const byId = lookup('id');
  return { bySku: lookup('sku'), byBarcode: lookup('barcode'), byId: (id) => byId(id)[0] };
}

/** Replaces the platform's products. @returns whether anything is different now */
export function replaceFulfilmentProducts(
  db: WritableDb,
  store: StoreNo,
  products: readonly FulfilmentProduct[],
): boolean {
  const before = new Map(
    db
      .prepare<[number], { id: string; body: string }>(
        'SELECT id, body FROM fulfilment_products WHERE store = ?',
      )
      .all(store)
      .map((row) => [row.id, row.body]),
  );
  const put = db.prepare<[number, string, string | null, string | null, string]>(
    'INSERT OR REPLACE INTO fulfilment_products (store, id, sku, barcode, body) VALUES (?, ?, ?, ?, ?)',
  );
  const drop = db.prepare<[number, string]>('DELETE FROM fulfilment_products WHERE store = ? AND id = ?');
  let changed = false;
  for (const product of products) {
    const body = JSON.stringify(product);
    if (before.get(product.id) !== body) {
      put.run(store, product.id, product.sku?.trim() || null, product.barcode?.trim() || null, body);
      changed = true;
    }
    before.delete(product.id);
  }
  for (const gone of before.keys()) {
    drop.run(store, gone);
    changed = true;
  }
  return changed;
}
