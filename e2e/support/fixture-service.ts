import type { EngineEvent } from '../../shared/contract/events.ts';
import {
  writeCountsSchema,
  type BoardRow,
  type CauseRow,
  type OrderRow,
  type WriteCounts,
} from '../../shared/contract/rows.ts';
import type { Money } from '../../shared/domain/money.ts';
import { ERROR_TYPES } from '../../shared/domain/error-type.ts';
import { WRITE_STATES } from '../../shared/domain/write.ts';
import { fakeService, type FakeService } from '../../electron/engine/rpc/test-support/fake-service.ts';
import type { Handlers } from '../../electron/engine/rpc/handlers.ts';
import { fixtureStores, type FixtureOrder } from './fixture-orders.ts';

export interface FixtureService extends FakeService {
  /** Takes an order off the board and tells the page, as a sync would. */
  settle(id: number): void;
}

/** Of the orders ignored by tag, how many hang on the next cut-off. */
const URGENT = 4;

/** An engine with the given stuck orders in memory, for states of the page that real merchants are seldom in. */
export function fixtureService(
  orders: readonly FixtureOrder[],
  more: Partial<Handlers> = {},
): FixtureService {
  let stuck = [...orders];
  const of = (input: { readonly storeId?: string | undefined }): FixtureOrder[] =>
    stuck.filter(({ storeId }) => input.storeId === undefined || storeId === input.storeId);

  const service = fakeService({
    'engine.status': () => ({
      version: '0.0.0',
      host: 'fixture',
      demo: true,
      agent: 'sam',
      now: Date.now(),
      syncing: [],
      offline: false,
      notices: [],
    }),
    'stores.list': () =>
      fixtureStores.map((store) => ({ ...store, stuck: of({ storeId: store.id }).length })),
    'board.summary': (input) =>
      ERROR_TYPES.map((type) =>
        boardRow(
          type,
          of(input).filter(({ errorType }) => errorType === type),
        ),
      ),
    'causes.list': (input) =>
      causes(
        of(input).filter(({ errorType }) => input.errorType === undefined || errorType === input.errorType),
      ),
    'orders.ids': ({ filter, sort }) => {
      const found = of(filter).filter(
        (order) =>
          (filter.errorType === undefined || order.errorType === filter.errorType) &&
          (filter.cause === undefined || order.cause?.key === filter.cause),
      );
      const sorted = found.toSorted((a, b) =>
        sort === 'value' ? b.value.amountMinor - a.value.amountMinor : a.createdAt - b.createdAt,
      );
      return { ids: Uint32Array.from(sorted, ({ id }) => id) };
    },
    'orders.counts': (input) => {
      const all = of(input).filter(({ errorType }) => errorType === input.errorType);
      const predictedFixed = all.filter(({ predicted }) => predicted === null).length;
      return { stuck: all.length, predictedFixed, missCutoff: URGENT, snoozed: 0, dismissed: 0 };
    },
    'board.urgency': () => ({
      cutoff: Date.now() + 60 * 60_000,
      orders: URGENT,
      value: [{ currency: 'EUR', amountMinor: 12_300 }],
      byType: [{ errorType: 'ignored_by_tag', orders: URGENT }],
    }),
    'orders.page': ({ ids }) => ids.flatMap((id) => orders.find((order) => order.id === id) ?? []),
    'outbox.list': () => ({
      counts: { ...noWrites(), queued: 12 },
      items: [],
      paused: { all: false, stores: [] },
    }),
    'runs.list': () => [],
    'sync.run': () => ({ stores: [] }),
    ...more,
  });
  const publish = (event: EngineEvent): void => service.publish(event);
  return Object.assign(service, {
    settle(id: number) {
      stuck = stuck.filter((order) => order.id !== id);
      for (const topic of ['board', 'causes', 'stores'] as const) publish({ type: 'changed', topic });
      publish({ type: 'changed', topic: 'orders', ids: [id] });
    },
  });
}

function boardRow(errorType: BoardRow['errorType'], orders: readonly OrderRow[]): BoardRow {
  const platform = orders.filter(({ diagnoses }) => diagnoses[0]?.source === 'platform').length;
  return {
    errorType,
    orders: orders.length,
    stores: new Set(orders.map(({ storeId }) => storeId)).size,
    value: sums(orders),
    oldest: orders.length === 0 ? null : Math.min(...orders.map(({ createdAt }) => createdAt)),
    predicted: { resolved: orders.filter(({ predicted }) => predicted === null).length },
    source: { platform, local: orders.length - platform },
  };
}

function causes(orders: readonly FixtureOrder[]): CauseRow[] {
  const groups = Map.groupBy(orders, ({ cause }) => cause?.key ?? '');
  return [...groups]
    .flatMap(([key, group]): CauseRow[] => {
      const [first] = group;
      if (!first?.cause || first.errorType === null) return [];
      return [
        {
          key,
          label: key,
          subject: first.cause.subject,
          errorType: first.errorType,
          orders: group.length,
          unblocks: group.filter(({ diagnoses }) => diagnoses.length === 1).length,
          value: sums(group),
          stores: new Set(group.map(({ storeId }) => storeId)).size,
          storeNames: [...new Set(group.map(({ storeName }) => storeName))].toSorted(),
          fix: first.cause.fix,
        },
      ];
    })
    .toSorted((a, b) => b.unblocks - a.unblocks);
}

function sums(orders: readonly OrderRow[]): Money[] {
  const groups = Map.groupBy(orders, ({ value }) => value.currency);
  return [...groups].map(([currency, group]) => ({
    currency,
    amountMinor: group.reduce((sum, { value }) => sum + value.amountMinor, 0),
  }));
}

function noWrites(): WriteCounts {
  return writeCountsSchema.parse(Object.fromEntries(WRITE_STATES.map((state) => [state, 0])));
}
