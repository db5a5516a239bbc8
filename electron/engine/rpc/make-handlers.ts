import { randomUUID } from 'node:crypto';
import type { EngineEvent } from '../../../shared/contract/events.ts';
import type { StoreRow } from '../../../shared/contract/rows.ts';
import { runId, storeId, type StoreId, writeId } from '../../../shared/domain/ids.ts';
import { UnstuckError } from '../../../shared/errors.ts';
import type { Board } from '../board/create-board.ts';
import { runDoctor } from '../doctor/run-doctor.ts';
import type { EngineOptions } from '../engine.ts';
import type { Databases } from '../open-databases.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { Ports } from '../ports.ts';
import { makeReport } from '../reports/make-report.ts';
import { addStore } from '../stores/add-store.ts';
import { type createConnections, platformKeyName, tokenName } from '../stores/connections.ts';
import type { Store } from '../stores/store.ts';
import type { StoresRepo } from '../stores/stores-repo.ts';
import type { StoresService } from '../stores/stores-service.ts';
import type { Sync } from '../sync/create-sync.ts';
import { parseFixParams } from '../triage/fixes/parse-fix-params.ts';
import { planFix } from '../triage/fixes/plan-fix.ts';
import { VERSION } from '../version.ts';
import type { Handlers } from './handlers.ts';

export interface HandlerDeps {
  readonly ports: Ports;
  readonly options: EngineOptions;
  readonly databases: Databases;
  readonly repo: StoresRepo;
  readonly stores: StoresService;
  readonly connections: ReturnType<typeof createConnections>;
  readonly outbox: Outbox;
  readonly board: Board;
  readonly sync: Sync;
  readonly publish: (event: EngineEvent) => void;
  /** Resolves when the board shows what the outbox has done so far. */
  readonly settled: () => Promise<void>;
}

/** The contract's methods over the parts of the engine. What holds a rule is in its part; here they are only joined. */
export function makeHandlers(deps: HandlerDeps): Handlers {
  return {
    ...storeHandlers(deps),
    ...triageHandlers(deps),
    ...fixHandlers(deps),
    ...outboxHandlers(deps),
    ...recordHandlers(deps),
  };
}

type Part<Prefix extends string> = Pick<Handlers, Extract<keyof Handlers, `${Prefix}.${string}`>>;

const optionalStore = (id: string | undefined): { storeId?: StoreId } =>
  id === undefined ? {} : { storeId: storeId(id) };

function storeHandlers(deps: HandlerDeps): Part<'engine' | 'stores' | 'sync'> {
  const { ports, options, repo, stores, connections, outbox, board, sync, publish } = deps;
  const rowOf = (store: Store): StoreRow => {
    const counts = board.storeCounts().get(store.id);
    const { platform, scopes, missingScopes, redacted } = store;
    return {
      id: store.id,
      name: store.name,
      domain: store.domain,
      currency: store.currency,
      state: store.state,
      stateReason: store.stateReason,
      orders: counts?.orders ?? 0,
      stuck: counts?.stuck ?? 0,
      lastSync: store.lastSync,
      scopes: [...scopes],
      missingScopes: [...missingScopes],
      redacted: [...redacted],
      platform: platform !== null,
      settings: store.settings,
    };
  };
  const changed = (id: StoreId): void => {
    for (const topic of ['stores', 'board', 'orders', 'causes'] as const)
      publish({ type: 'changed', topic, storeId: id });
  };
  return {
    'engine.status': () => ({
      version: VERSION,
      host: options.host,
      demo: options.demo ?? false,
      agent: ports.agent,
      now: ports.clock.now(),
      syncing: [...sync.running()],
    }),
    'stores.list': () => stores.list().map(rowOf),
    'stores.add': async (input, { signal }) => {
      const store = await addStore(input, { stores: repo, ports, signal });
      changed(store.id);
      return rowOf(store);
    },
    'stores.set': async ({ storeId: id, name, settings }) => {
      const store = stores.change(storeId(id), { name, settings });
      await sync.rejudgeStore(store.id);
      changed(store.id);
      return rowOf(store);
    },
    'stores.remove': async ({ storeId: id }) => {
      const store = stores.get(storeId(id));
      const open = outbox.list({ store: store.id, states: ['sending', 'unknown'], limit: 1 });
      if (open.length > 0)
        throw new UnstuckError(
          'refused',
          `${store.name} has writes of which nobody knows yet whether they took effect; decide them in the outbox first.`,
        );
      outbox.forget(store.id);
      connections.forget(store.id);
      repo.delete(store.id);
      sync.forgetStore(store.id);
      await ports.secrets.delete(tokenName(store.id));
      if (store.platform) await ports.secrets.delete(platformKeyName(store.id));
      changed(store.id);
      return { removed: store.id };
    },
    'sync.run': async ({ storeId: id, full }, { signal }) => {
      publish({ type: 'changed', topic: 'status' });
      try {
        const rows = await sync.run({ ...optionalStore(id), full, signal });
        for (const row of rows) if (row.error === undefined) outbox.reconnected(storeId(row.id));
        return { stores: rows };
      } finally {
        publish({ type: 'changed', topic: 'status' });
      }
    },
  };
}

function triageHandlers({ board }: HandlerDeps): Part<'board' | 'orders' | 'causes'> {
  return {
    'board.summary': ({ storeId: id }) => board.summary(id === undefined ? undefined : storeId(id)),
    'orders.ids': ({ filter, sort }) => ({ ids: board.ids(filter, sort) }),
    'orders.page': ({ ids }) => board.page(ids),
    'orders.list': ({ filter, limit, after }) => board.list(filter, limit, after),
    'causes.list': ({ errorType, storeId: id }) =>
      board.causes({ ...(errorType === undefined ? {} : { errorType }), ...optionalStore(id) }),
  };
}

function fixHandlers({ ports, outbox, board, settled }: HandlerDeps): Part<'fix' | 'run' | 'runs'> {
  return {
    'fix.plan': ({ fix, scope, params = {} }) => {
      const parsed = parseFixParams(fix, params);
      if (!parsed.ok)
        throw new UnstuckError('bad_input', `--set ${parsed.field}: ${parsed.message}`, {
          meta: { field: parsed.field },
        });
      const { orders, stores } = board.planInputs(scope);
      let written = 0;
      return planFix({
        planId: randomUUID(),
        now: ports.clock.now(),
        fix,
        params,
        orders,
        stores,
        newWriteKey: () => `w${(written += 1)}`,
      });
    },
    'fix.commit': async ({ plan, confirm }) => {
      const committed = outbox.commit(plan, confirm);
      await settled();
      return committed;
    },
    'run.undo': async ({ run }) => {
      const { skipped, ...undone } = outbox.undo(runId(run));
      await settled();
      return { ...undone, skipped: [...skipped] };
    },
    'runs.list': () => [...outbox.runs()],
    'run.get': ({ run: id }) => {
      const { run, orders } = outbox.run(runId(id));
      return { run, orders: orders.map((order) => ({ ...order, changes: [...order.changes] })) };
    },
  };
}

function outboxHandlers({ outbox, settled }: HandlerDeps): Part<'outbox'> {
  const decided = async (changed: number): Promise<{ changed: number }> => {
    await settled();
    return { changed };
  };
  const ids = (writes: readonly number[]) => writes.map(writeId);
  const one = (id: string | undefined): StoreId | undefined => (id === undefined ? undefined : storeId(id));
  return {
    'outbox.list': ({ states, run, limit }) => {
      const items = outbox.list({
        ...(states === undefined ? {} : { states }),
        ...(run === undefined ? {} : { run: runId(run) }),
        ...(limit === undefined ? {} : { limit }),
      });
      const { all, stores } = outbox.paused();
      return { counts: outbox.counts(), items: [...items], paused: { all, stores: [...stores] } };
    },
    'outbox.drain': async ({ timeoutMs }, { signal }) => {
      const { counts, offline, unauthorized } = await outbox.drain({ timeoutMs, signal });
      await settled();
      return { counts, offline: [...offline], unauthorized: [...unauthorized] };
    },
    'outbox.pause': ({ storeId: id }) => {
      outbox.pause(one(id));
      return {};
    },
    'outbox.resume': ({ storeId: id }) => {
      outbox.resume(one(id));
      return {};
    },
    'outbox.retry': ({ writes }) => decided(outbox.retry(ids(writes))),
    'outbox.cancel': ({ writes }) => decided(outbox.cancel(ids(writes))),
    'outbox.resolve': ({ writes, choice }) => decided(outbox.resolve(ids(writes), choice)),
  };
}

function recordHandlers({
  ports,
  options,
  databases,
  stores,
  outbox,
  board,
}: HandlerDeps): Part<'report' | 'history' | 'doctor'> {
  return {
    'report.make': ({ from, to, storeId: id, format, redact }) => {
      if (from > to)
        throw new UnstuckError('bad_input', 'The period ends before it begins; swap --from and --to.', {
          meta: { field: 'to' },
        });
      if (id !== undefined) stores.get(storeId(id));
      return makeReport(
        { from, to, storeId: id ?? null },
        format,
        {
          ordersIn: (states, store) =>
            board.list({ states: [...states], ...(store === null ? {} : { storeId: store }) }).items,
          orderByGid: (store, gid) => {
            const found = board.orderByGid(storeId(store), gid);
            return found ? (board.page([found.id])[0] ?? null) : null;
          },
          runs: () => outbox.runs(),
          runOrders: (run) =>
            outbox.run(runId(run)).orders.map((order) => ({ ...order, changes: [...order.changes] })),
          stores: stores.list().map(({ id: key, name }) => ({ id: key, name })),
        },
        { madeAt: ports.clock.now(), agent: ports.agent, redact: redact ?? false },
      );
    },
    'history.list': ({ orderId, limit }) => {
      const order = orderId === undefined ? undefined : board.reference(orderId);
      return [
        ...outbox.history({
          ...(order === undefined ? {} : { order }),
          ...(limit === undefined ? {} : { limit }),
        }),
      ];
    },
    'doctor.run': () => runDoctor({ ports, options, databases, stores: stores.list() }),
  };
}
