import { legacyId, orderId, type OrderId } from '../../../../shared/domain/ids.ts';
import type { Order, TagEvent } from '../../../../shared/domain/order.ts';
import type { WritableDb } from '../access.ts';
import { createCausesRepo } from './causes.ts';
import { digestOf } from './digest.ts';
import { stored } from './json.ts';
import { packOrder, unpackOrder } from './order-body.ts';
import { createOrderLinks } from './order-links.ts';
import { createPlaces } from './order-place.ts';
import type { OrderRecord } from './order-record.ts';
import { createOrderTable, type OrderColumns, type OrderVersion } from './order-table.ts';
import { orderWords, type Filed } from './order-words.ts';
import type { StoreNo } from './store-numbers.ts';
import { createTally } from './tally.ts';
import type { Verdict } from './verdict.ts';
import { createWordIndex } from './word-index.ts';
import { zipKeys } from './zip-keys.ts';

/** older: what is here is newer and stays. */
type Upserted = { readonly id: OrderId; readonly change: 'new' | 'changed' | 'unchanged' | 'older' };

/**
 * Writes orders and their verdicts. All of it inside one transaction that ends with `flush`: it brings counts and words
 * up to what was written.
 */
export interface OrdersRepo {
  /**
   * Takes in what is newer than what is here, each with its verdict in one write. `judge` is asked for those only, and
   * sees the orders before it in `orders`.
   * @returns one for each of `orders`
   */
  upsert(store: StoreNo, orders: readonly Order[], judge: (order: Order) => Verdict): readonly Upserted[];
  /** Keeps where an order stands. `before`: as it is here. @returns whether anything was different before */
  saveVerdict(before: OrderRecord, verdict: Verdict): boolean;
  /** The store no longer has it. */
  remove(id: OrderId): void;
  flush(): void;
}

export function createOrdersRepo(db: WritableDb): OrdersRepo {
  const table = createOrderTable(db);
  const tally = createTally(db);
  const causes = createCausesRepo(db, tally);
  const links = createOrderLinks(db);
  const words = createWordIndex(db);
  const placeAt = createPlaces(db);
  const tagEventsOf = db
    .prepare<[number, number], string>('SELECT body FROM tag_events WHERE store = ? AND legacy_id = ?')
    .pluck();
  const dropTagEvents = db.prepare<[number, number]>(
    'DELETE FROM tag_events WHERE store = ? AND legacy_id = ?',
  );

  const add = (store: StoreNo, order: Order, digest: number, verdict: Verdict): OrderId => {
    const columns = columnsOf(store, order, digest, placeAt(order.createdAt), verdict);
    const id = table.insert(columns);
    tally.order(columns, 1);
    if (verdict.state === 'stuck') causes.add({ ...columns, id }, verdict.causes);
    links.move(store, id, null, order, verdict.state);
    words.put(columns.place, orderWords(store, order, filed(verdict)), null);
    return orderId(id);
  };

  const change = (id: number, order: Order, digest: number, judge: (order: Order) => Verdict): void => {
    const before = table.read(id);
    const { store } = before;
    const tagEvents = tagEventsOf.get(store, before.legacyId);
    const verdict = judge(
      tagEvents === undefined
        ? order
        : { ...order, tagEvents: stored<readonly TagEvent[] | null>(tagEvents) },
    );
    const moves = Math.floor(before.createdAt / 1000) !== Math.floor(order.createdAt / 1000);
    const place = moves ? placeAt(order.createdAt) : before.place;
    const after = {
      ...columnsOf(store, order, digest, place, verdict),
      // Events that were read of this very version need not be read again.
      ...(before.updatedAt === order.updatedAt && before.eventsDue === 0 && tagEvents !== undefined
        ? { eventsDue: 0 as const }
        : {}),
    };
    table.update(id, after);
    tally.order(before, -1);
    tally.order(after, 1);
    const old = unpackOrder(before);
    causes.move({ ...before, id }, { ...after, id }, verdict.state === 'stuck' ? verdict.causes : []);
    links.move(store, id, { order: old, state: before.state }, order, verdict.state);
    const was = orderWords(store, old, filedBefore(before));
    const now = orderWords(store, order, filed(verdict));
    if (moves) words.drop(before.place, was);
    if (moves || now !== was) words.put(place, now, moves ? null : was);
  };

  return {
    upsert(store, orders, judge) {
      const known = table.versions(
        store,
        orders.map(({ gid }) => Number(legacyId(gid))),
      );
      let readable = false;
      return orders.map((order): Upserted => {
        const legacy = Number(legacyId(order.gid));
        const digest = digestOf(withoutTagEvents(order));
        const before: OrderVersion | undefined = known.get(legacy);
        const { updatedAt } = order;
        // Its postal code is looked for by the words of those before it; once, since each time begins a new segment.
        if (!order.shippingAddress?.zip && !readable) {
          words.flush();
          readable = true;
        }
        if (!before) {
          const id = add(store, order, digest, judge(order));
          known.set(legacy, { id, updatedAt, digest });
          return { id, change: 'new' };
        }
        const id = orderId(before.id);
        if (updatedAt < before.updatedAt) return { id, change: 'older' };
        // Shopify's updatedAt has whole seconds: the same second may hold two changes.
        if (digest === before.digest) return { id, change: 'unchanged' };
        change(id, order, digest, judge);
        known.set(legacy, { id, updatedAt, digest });
        return { id, change: 'changed' };
      });
    },
    saveVerdict(before, verdict) {
      const diagnoses = JSON.stringify(verdict.diagnoses);
      const { id, store, order } = before;
      if (verdict.state === 'stuck' || before.state === 'stuck') {
        causes.replace({ id, store, ...worth(order) }, verdict.state === 'stuck' ? verdict.causes : []);
      }
      if (
        before.state === verdict.state &&
        before.errorType === verdict.errorType &&
        before.source === verdict.source &&
        before.predicted === verdict.predicted &&
        before.dueAt === verdict.dueAt &&
        before.overlaid === verdict.overlaid &&
        JSON.stringify(before.diagnoses) === diagnoses
      ) {
        return false;
      }
      table.judge(id, verdict, diagnoses, isIgnored(verdict));
      tally.order({ ...before, ...worth(order) }, -1);
      tally.order({ ...verdict, store, ...worth(order) }, 1);
      links.move(store, id, { order, state: before.state }, order, verdict.state);
      const was = orderWords(store, order, filed(before));
      const now = orderWords(store, order, filed(verdict));
      if (now !== was) words.put(table.placeOf(id), now, was);
      return true;
    },
    remove(id) {
      const before = table.find(id);
      if (!before) return;
      const old = unpackOrder(before);
      causes.replace({ ...before, id }, []);
      tally.order(before, -1);
      links.move(before.store, id, { order: old, state: before.state }, null, 'closed');
      words.drop(before.place, orderWords(before.store, old, filedBefore(before)));
      dropTagEvents.run(before.store, before.legacyId);
      table.remove(id);
    },
    flush() {
      tally.flush();
      words.flush();
    },
  };
}

/** Stuck for an ignore tag, among others: who set it is asked of the order's events. */
const isIgnored = ({ state, diagnoses }: Verdict): boolean =>
  state === 'stuck' && diagnoses.some(({ type }) => type === 'ignored_by_tag');

/** Tag events are read on their own, later and more rarely, and kept beside the order. */
const withoutTagEvents = (order: Order): Order =>
  order.tagEvents === null ? order : { ...order, tagEvents: null };

const worth = ({ total }: Order): Pick<OrderColumns, 'valueMinor' | 'currency'> => ({
  valueMinor: total.amountMinor,
  currency: total.currency,
});

const filed = ({
  state,
  errorType,
  diagnoses,
}: Pick<Verdict, 'state' | 'errorType' | 'diagnoses'>): Filed => ({
  state,
  errorType,
  messages: diagnoses.flatMap(({ message }) => message ?? []),
});

const filedBefore = ({ state, errorType, diagnoses }: OrderColumns): Filed =>
  filed({ state, errorType, diagnoses: stored<Verdict['diagnoses']>(diagnoses) });

function columnsOf(
  store: StoreNo,
  order: Order,
  digest: number,
  place: number,
  verdict: Verdict,
): OrderColumns {
  const { state, errorType, source, predicted, dueAt, overlaid, diagnoses } = verdict;
  return {
    store,
    legacyId: Number(legacyId(order.gid)),
    place,
    digest,
    name: order.name,
    createdAt: order.createdAt,
    updatedAt: order.updatedAt,
    ...worth(order),
    state,
    errorType,
    source,
    predicted,
    dueAt,
    overlaid: overlaid ? 1 : 0,
    eventsDue: isIgnored(verdict) ? 1 : 0,
    ...zipKeys(order),
    diagnoses: JSON.stringify(diagnoses),
    ...packOrder(order),
  };
}
