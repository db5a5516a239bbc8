import type { OrderFilter, OrderSort, Output, PlanScope } from '../../../shared/contract/methods.ts';
import type {
  AgreementRow,
  BoardRow,
  BoardTrend,
  CauseRow,
  GroupCounts,
  OrderDetail,
  OrderRow,
  OrderStanding,
  StoreRow,
  Urgency,
  WriteRow,
} from '../../../shared/contract/rows.ts';
import type { FulfilmentProduct } from '../../../shared/domain/catalog.ts';
import type { StoreId } from '../../../shared/domain/ids.ts';
import type { UnstuckError } from '../../../shared/errors.ts';
import { failed } from '../../../shared/failed.ts';
import { createOrderReads, type OrderRecord } from '../db/cache/order-record.ts';
import { findStoreNo, storesByNo, type StoreNo } from '../db/cache/store-numbers.ts';
import type { ReadableDb } from '../db/open.ts';
import type { Standing } from '../outbox/check-outcome.ts';
import type { Overlay } from '../outbox/overlay.ts';
import type { Regressions } from '../outbox/regressions.ts';
import type { Clock } from '../ports.ts';
import type { Store } from '../stores/store.ts';
import { agreement } from './agreement.ts';
import { boardSummary } from './board-summary.ts';
import { type FoundVariant, searchFulfilmentProducts, searchVariants } from './catalog-search.ts';
import { type CauseFilter, causeRows } from './cause-rows.ts';
import { compileQuery } from './compile-query.ts';
import { type Group, groupCounts } from './group-counts.ts';
import { linkRows } from './link-rows.ts';
import { orderIdPage, orderIds, type OrderIds } from './list-orders.ts';
import { orderDetail } from './order-detail.ts';
import { selectOrders, type OrderSelection } from './order-filter.ts';
import { orderRows } from './order-rows.ts';
import { orderStanding } from './order-standing.ts';
import { planInputs, type PlanInputs } from './plan-scope.ts';
import { ruleStanding } from './rule-standing.ts';
import { gidsOf, orderStandings } from './standing.ts';
import { type StoreCounts, storeCounts } from './store-counts.ts';
import { type StoreCutoffs, storeCutoffs } from './store-cutoffs.ts';
import { trendRows } from './trend-rows.ts';
import { urgency } from './urgency.ts';

/** All there is to read about orders, through a connection that cannot write. */
export interface Board {
  /** Stuck orders by error type, most first. */
  summary(store?: StoreId): BoardRow[];
  /**
   * Local ids of the matching orders; oldest first unless sorted otherwise, all unless limited.
   * @throws UnstuckError `bad_input` for a search that does not parse
   */
  ids(filter: OrderFilter, sort?: OrderSort, limit?: number): OrderIds;
  /** Rows in the order of `ids`; orders that are no longer there are left out. */
  page(ids: Iterable<number>): OrderRow[];
  /** One page, oldest first. `limit`: left out, all there are. `atLeast`: there are more than `total`. */
  list(
    filter: OrderFilter,
    limit?: number,
    after?: string,
  ): { total: number; atLeast?: true; next: string | null; items: OrderRow[] };
  /** Most orders unblocked first. */
  causes(filter: CauseFilter): CauseRow[];
  /** What `planFix` takes: see `planInputs`. */
  planInputs(scope: PlanScope): PlanInputs;
  /** An order as it is in the cache, by what its store calls it; null: it is not there. */
  orderByGid(store: StoreId, gid: string): OrderRecord | null;
  /** Where an order stands; null: it is not there. */
  standingOf(store: StoreId, gid: string): Standing | null;
  /** What orders are called outside the cache. */
  gidsOf(ids: readonly number[]): readonly string[];
  /** What an order is called outside the cache. @throws UnstuckError `not_found` */
  reference(id: number): { readonly store: StoreId; readonly gid: string };
  storeCounts(): ReadonlyMap<StoreId, StoreCounts>;
  /** Which rules cannot run for a store, and what was imported for it. */
  ruleStanding(store: Store): Pick<StoreRow, 'rulesOff' | 'imports'>;
  /** The store's variants with their links, and what could be linked. */
  links(store: Store): Output<'links.list'>;
  /** How often our rules foresee what the platform says. */
  agreement(store?: StoreId): AgreementRow[];
  /** @param writes of the order, newest first @throws UnstuckError `not_found` */
  detail(id: number, writes: readonly WriteRow[]): OrderDetail;
  urgency(store?: StoreId): Urgency;
  /** How the number of stuck orders moved; null: what was read does not go back far enough. */
  trend(store?: StoreId): BoardTrend | null;
  /** How many orders of a group are stuck, about to be free, urgent and set aside: exact, however many. */
  groupCounts(group: Group): GroupCounts;
  /** How many of these orders are in which state with which primary error, most first. */
  standing(ids: readonly number[]): OrderStanding[];
  searchProducts(store: StoreId, query: string, limit: number): FulfilmentProduct[];
  searchVariants(store: StoreId, query: string, limit: number): FoundVariant[];
}

const ALL = 100_000;

export function createBoard(deps: {
  readonly cache: ReadableDb;
  readonly stores: { list(): readonly Store[] };
  readonly overlay: Overlay;
  /** Orders that are stuck again after a run had solved them; left out: none is known. */
  readonly regressions?: Pick<Regressions, 'of' | 'all'>;
  readonly clock: Pick<Clock, 'now'>;
}): Board {
  const { cache, overlay, regressions, clock } = deps;
  const reads = createOrderReads(cache);
  const standing = orderStandings(cache);
  const regressed = () =>
    (regressions?.all() ?? []).flatMap(({ store, gid }) => {
      const stands = standing(store, gid);
      return stands?.state === 'stuck' ? [{ store, ...stands }] : [];
    });

  const storesByNumber = (): ((no: StoreNo) => Store | undefined) => {
    const stores = new Map(deps.stores.list().map((store) => [store.id, store]));
    const ids = storesByNo(cache);
    return (no) => {
      const id = ids.get(no);
      return id && stores.get(id);
    };
  };
  const cutoffs = (): readonly StoreCutoffs[] => storeCutoffs(cache, deps.stores.list(), clock.now());
  const select = (filter: OrderFilter): OrderSelection => {
    const text = filter.query?.trim() ?? '';
    const context = {
      db: cache,
      stores: deps.stores.list(),
      now: clock.now(),
      regressed: () => regressed().map(({ id }) => id),
    };
    const query = text === '' ? null : compileQuery(text, context);
    return selectOrders(cache, filter, query, filter.missCutoff ? cutoffs() : []);
  };
  const page = (ids: Iterable<number>): OrderRow[] => {
    const storeOf = storesByNumber();
    const rowOf = orderRows(overlay, regressions);
    return reads.listed(ids).flatMap((record) => {
      const store = storeOf(record.store);
      return store ? rowOf(record, store) : [];
    });
  };

  return {
    summary: (store) => boardSummary(cache, store, regressed()),
    standingOf: (store, gid) => standing(store, gid),
    gidsOf: (ids) => gidsOf(cache, ids),
    ids: (filter, sort, limit) => orderIds(cache, select(filter), sort, limit),
    page,
    list: (filter, limit = ALL, after) => {
      const { total, atLeast, next, ids } = orderIdPage(cache, select(filter), limit, after ?? null);
      return { total, ...(atLeast ? { atLeast } : {}), next, items: page(ids) };
    },
    causes: (filter) => {
      const storeOf = storesByNumber();
      return causeRows(cache, filter, (no) => storeOf(no)?.name);
    },
    planInputs: (scope) =>
      planInputs(scope, { db: cache, storeOf: storesByNumber(), overlay, now: clock.now() }),
    orderByGid: (store, gid) => {
      const no = findStoreNo(cache, store);
      return no === null ? null : reads.byGid(no, gid);
    },
    reference: (id) => {
      const record = reads.get(id);
      const store = record && storesByNo(cache).get(record.store);
      if (store) return { store, gid: record.order.gid };
      throw noOrder(id);
    },
    storeCounts: () => storeCounts(cache),
    ruleStanding: (store) => ruleStanding(cache, store),
    links: (store) => {
      const no = findStoreNo(cache, store.id);
      return no === null ? [] : linkRows(cache, store, no);
    },
    agreement: (store) => agreement(cache, store),
    detail: (id, writes) => {
      const record = reads.get(id);
      const store = record && storesByNumber()(record.store);
      if (!store) throw noOrder(id);
      return orderDetail(record, { db: cache, store, overlay, regressions, writes });
    },
    urgency: (store) => urgency(cache, cutoffs(), store),
    trend: (store) => trendRows(cache, store, clock.now()),
    groupCounts: (group) => groupCounts(cache, group, cutoffs()),
    standing: (ids) => orderStanding(cache, ids),
    searchProducts: (store, query, limit) => {
      const no = findStoreNo(cache, store);
      return no === null ? [] : searchFulfilmentProducts(cache, no, query, limit);
    },
    searchVariants: (store, query, limit) => {
      const no = findStoreNo(cache, store);
      return no === null ? [] : searchVariants(cache, no, query, limit);
    },
  };
}

const noOrder = (id: number): UnstuckError =>
  failed('not_found', { code: 'no_order', order: String(id) }, { meta: { field: 'order' } });
