import type { HistoryRow, RunOrderRow, RunRow, WriteRow } from '../../../shared/contract/rows.ts';
import { type RunId, type StoreId, storeId, type WriteId } from '../../../shared/domain/ids.ts';
import type { OrderPart } from '../../../shared/domain/order.ts';
import type { Plan } from '../../../shared/domain/plan.ts';
import type { StoreSettings } from '../../../shared/domain/store.ts';
import type { WriteState } from '../../../shared/domain/write.ts';
import type { WritableDb } from '../db/open.ts';
import type { Clock, Logger } from '../ports.ts';
import type { BulkWriter } from '../shopify/bulk/bulk-writer.ts';
import { createTogether } from '../shopify/together/send-together.ts';
import { writableParts } from '../shopify/writes/writable-parts.ts';
import { type AfterCheck, createAfterCheck } from './after-check.ts';
import { commitRun, type CommitPorts, takeLocalEffect } from './commit-run.ts';
import { cancelWrites, type Decision, type DecisionPorts, resolveWrites, retryWrites } from './decisions.ts';
import { exportHistory, type ExportedHistory } from './export-history.ts';
import { type Journal, type MovedWrite, openJournal } from './journal.ts';
import { createJournalOverlay, type JournalOverlay } from './journal-overlay.ts';
import { LOCAL_OPS } from './local-op.ts';
import type { SettingOp, SettingsPort } from './local-effects.ts';
import { moveWrite } from './move-write.ts';
import type { RetryRule, RetryRules, RetryTrouble } from '../../../shared/domain/retry-rule.ts';
import { createRunDecisions, type RunDecisions } from './run-decisions.ts';
import type { RunTerms } from './run-terms.ts';
import { wakeAtStarts } from './wake-at-starts.ts';
import type { OverlayChange } from './overlay-index.ts';
import { createOutboxRows, type HistoryQuery } from './outbox-rows.ts';
import type { Pauses } from './pauses-repo.ts';
import { createSender, type PassEnd } from './sender.ts';
import type { StoreClient } from './step.ts';
import type { CurrentOrder } from './plan-undo.ts';
import { previewUndo, undoRun, type UndoPreview, type UndoResult } from './undo.ts';
import type { WriteQuery } from './writes-repo.ts';

/** What moved in the outbox, for whoever projects or shows it. */
export interface OutboxChange {
  readonly stores: readonly StoreId[];
  /** Orders whose own writes, or whose products' writes, moved. */
  readonly orders: readonly { readonly store: StoreId; readonly gid: string }[];
  /** Gids of orders, products and variants, and `store:settings`. */
  readonly entities: readonly { readonly store: StoreId; readonly entity: string }[];
  /** Stores whose settings changed: everything of theirs is to be judged anew. */
  readonly settings: readonly StoreId[];
  /** The same for an overlay that another thread keeps. */
  readonly overlay: OverlayChange;
}

interface DrainResult extends PassEnd {
  readonly counts: Record<WriteState, number>;
}

/** The durable queue of writes (architecture.md, Outbox invariants). Ids are those of the contract's rows. */
export interface Outbox {
  /** Makes a plan a run; works offline. @throws UnstuckError as `commitRun` */
  commit(plan: Plan, confirm?: number, terms?: RunTerms): { run: RunId; writes: number };
  /** @throws UnstuckError `not_found`, `refused` */
  undo(run: RunId): UndoResult;
  /** What that would do now. @throws UnstuckError as `undo` */
  previewUndo(run: RunId): UndoPreview;
  /** Sends until nothing moves any more without the agent or a connection, or for `timeoutMs`. */
  drain(options?: {
    readonly timeoutMs?: number | undefined;
    readonly signal?: AbortSignal | undefined;
  }): Promise<DrainResult>;
  /** Sends in the background from now on. */
  kick(): void;
  /** One store, or all. What is on its way already comes to its end. */
  pause(store?: StoreId): void;
  resume(store?: StoreId): void;
  paused(): Pauses;
  /** Writes of its run that do the same kind of thing and are where it is, for the same kind of reason; it among them. */
  alike(id: WriteId): readonly WriteId[];
  /** What the agent decides about whole runs. */
  readonly runControl: RunDecisions;
  /** What becomes of orders after their fix. */
  readonly afterCheck: AfterCheck;
  /** How often and how long each kind of trouble is tried again by itself. */
  retryRules(): RetryRules;
  setRetryRule(trouble: RetryTrouble, rule: RetryRule): void;
  /** Each returns how many writes it moved. @throws UnstuckError `not_found` for a number that is none */
  retry(ids: readonly WriteId[]): number;
  cancel(ids: readonly WriteId[]): number;
  /** @throws UnstuckError also `bad_input` for fields, as `resolveWrites` */
  resolve(ids: readonly WriteId[], decision: Decision): number;
  /** The store's token is accepted again: its blocked writes go on. */
  reconnected(store: StoreId): void;
  /** The store is being removed: cancels what was not sent. */
  forget(store: StoreId): void;
  list(query: WriteQuery): readonly WriteRow[];
  counts(): Record<WriteState, number>;
  runs(): readonly RunRow[];
  run(id: RunId): { readonly run: RunRow; readonly orders: readonly RunOrderRow[] };
  history(query: HistoryQuery): readonly HistoryRow[];
  /** Everybody who is in the history, A to Z. */
  people(): readonly string[];
  exportHistory(format: 'csv' | 'json'): ExportedHistory;
  /** Keeps in the history what the agent did to a store beside fixes. */
  note(done: { readonly what: string; readonly store: StoreId; readonly detail: string }): void;
  readonly overlay: JournalOverlay;
  onChange(listener: (change: OutboxChange) => void): void;
  /** At start: writes whose answer was lost with the process become unknown; they are read back before anything else. */
  recover(): void;
  /** Ends once what is on its way has been answered. */
  stop(): Promise<void>;
}

export interface OutboxPorts {
  readonly journal: WritableDb;
  readonly clock: Clock;
  /** 0 ≤ x < 1. */
  readonly random: () => number;
  /** @throws UnstuckError `unauthorized` when the store's token is not at hand */
  readonly connections: {
    admin(store: StoreId): Promise<StoreClient>;
    /** Left out: writes are never sent in bulk. */
    bulk?(store: StoreId): Promise<BulkWriter>;
  };
  /** Which stores there are, what their tokens may see, and their settings. */
  readonly stores: {
    get(id: StoreId): {
      readonly scopes: readonly string[];
      readonly redacted: readonly OrderPart[];
      readonly settings: StoreSettings;
    } | null;
  };
  /** Writes one setting into the journal's table `stores`; called inside a transaction on it. */
  readonly applySetting: (store: StoreId, op: SettingOp) => void;
  readonly logger: Logger;
  /** Who works here: the OS user's name. */
  readonly agent: string;
  /** The order as the cache's snapshot has it, for undo. */
  readonly currentOrder: CurrentOrder;
}

/** Opens the outbox over the journal. Nothing is sent before `drain` or `kick`. */
export function createOutbox(ports: OutboxPorts): Outbox {
  const { clock, random, connections, stores, logger, agent, currentOrder } = ports;
  const journal = openJournal(ports.journal);
  const overlay = createJournalOverlay(journal, clock.now());
  const rows = createOutboxRows(journal, () => clock.now());
  const listeners: ((change: OutboxChange) => void)[] = [];
  const settings: SettingsPort = {
    read: (store) => stores.get(store)?.settings ?? null,
    apply: (store, op) => ports.applySetting(store, op),
  };
  const commitPorts = (): CommitPorts => ({ journal, settings, agent, now: clock.now() });
  const sender = createSender({
    journal,
    clock,
    random,
    logger,
    connect: async (store) => {
      const client = await connections.admin(store);
      return {
        client,
        sending: createTogether(client),
        bulk: (await connections.bulk?.(store)) ?? null,
        parts: writableParts(stores.get(store) ?? { scopes: [], redacted: [] }),
      };
    },
    takeLocalEffect: (write) => takeLocalEffect(commitPorts(), write),
  });
  const decisionPorts = (): DecisionPorts => ({
    journal,
    agent,
    now: clock.now(),
    isBusy: (id) => sender.isBusy(id),
    hasStore: (id) => stores.get(id) !== null,
  });

  const starts = new AbortController();
  let watching: Promise<void> | null = null;

  journal.onMoved(({ writes: moved, settings: ofStores, released }) => {
    const change = { ...changeOf(moved, ofStores), overlay: overlay.refresh(moved) };
    for (const tell of listeners) tell(change);
    for (const run of released) sender.wake(journal.runs.stores(run));
  });
  const runDecisions = createRunDecisions(decisionPorts);

  /** Decides, lets local writes that this sets free take effect at once, and wakes the stores concerned. */
  function decided<T>(decide: () => T): T {
    const changed = journal.change(() => {
      const result = decide();
      settleLocals();
      return result;
    });
    sender.wake(journal.writes.storesWithOpenWrites());
    return changed;
  }

  function settleLocals(): void {
    for (const write of journal.writes.queued(LOCAL_OPS)) takeLocalEffect(commitPorts(), write);
  }

  return {
    commit: (plan, confirm, terms) => {
      const committed = commitRun(commitPorts(), plan, confirm, terms);
      sender.wake(new Set(plan.writes.map(({ store }) => storeId(store))));
      return committed;
    },
    previewUndo: (run) => previewUndo(journal, run, currentOrder),
    undo: (run) => {
      const undone = undoRun(commitPorts(), run, currentOrder);
      sender.wake(journal.writes.storesWithOpenWrites());
      return undone;
    },
    drain: async ({ timeoutMs, signal } = {}) => {
      const signals = [
        ...(signal ? [signal] : []),
        ...(timeoutMs === undefined ? [] : [AbortSignal.timeout(timeoutMs)]),
      ];
      const end = await sender.drain(AbortSignal.any(signals));
      return { counts: journal.writes.counts(), ...end };
    },
    kick: () => {
      sender.start();
      watching ??= wakeAtStarts({
        journal,
        clock,
        signal: starts.signal,
        wake: (stores) => sender.wake(stores),
      });
    },
    pause: (store) =>
      journal.change((note) => {
        journal.pauses.pause(store, clock.now());
        audit(journal, clock.now(), agent, 'outbox_paused', store);
        note.other();
      }),
    resume: (store) => {
      journal.change((note) => {
        journal.pauses.resume(store);
        audit(journal, clock.now(), agent, 'outbox_resumed', store);
        note.other();
      });
      sender.wake(store === undefined ? journal.writes.storesWithOpenWrites() : [store]);
    },
    paused: () => journal.pauses.get(),
    alike: (id) => journal.writes.alike(id),
    runControl: {
      ...runDecisions,
      resume: (run) => decided(() => runDecisions.resume(run)),
      schedule: (run, terms) => decided(() => runDecisions.schedule(run, terms)),
      cancel: (run) => decided(() => runDecisions.cancel(run)),
      retry: (run) => decided(() => runDecisions.retry(run)),
    },
    afterCheck: createAfterCheck(journal, () => clock.now()),
    retryRules: () => journal.tries.rules(),
    setRetryRule: (trouble, rule) =>
      journal.change((note) => {
        journal.tries.setRule(trouble, rule);
        audit(
          journal,
          clock.now(),
          agent,
          'retry_rule_set',
          undefined,
          `${trouble}: ${JSON.stringify(rule)}`,
        );
        note.other();
      }),
    retry: (ids) => decided(() => retryWrites(decisionPorts(), ids)),
    cancel: (ids) => decided(() => cancelWrites(decisionPorts(), ids)),
    resolve: (ids, decision) => decided(() => resolveWrites(decisionPorts(), ids, decision)),
    reconnected: (store) => {
      journal.change(() => {
        for (const { id } of journal.writes.inState('blocked_auth', store)) {
          moveWrite(journal, id, 'reconnect', { now: clock.now(), who: agent });
        }
      });
      sender.wake([store]);
    },
    forget: (store) =>
      journal.change(() => {
        const open = journal.bulk.open(store);
        if (open) journal.bulk.update(open.id, { phase: 'over', endedAt: clock.now() });
        for (const state of ['queued', 'retry_wait', 'blocked_auth', 'conflict'] as const) {
          for (const { id } of journal.writes.inState(state, store)) {
            const reason = { code: 'store_removed' } as const;
            moveWrite(journal, id, 'cancel', { now: clock.now(), who: agent, reason });
          }
        }
      }),
    list: (query) => rows.writes(query),
    counts: () => journal.writes.counts(),
    runs: () => rows.runs(),
    run: (id) => rows.run(id),
    history: (query) => rows.history(query),
    people: () => journal.audit.people(),
    exportHistory: (format) => exportHistory(ports.journal, format),
    note: ({ what, store, detail }) =>
      journal.change((note) => {
        audit(journal, clock.now(), agent, what, store, detail);
        note.other();
      }),
    overlay,
    onChange: (listener) => void listeners.push(listener),
    recover: () => sender.recover(),
    stop: () => {
      starts.abort();
      return sender.stop();
    },
  };
}

function audit(
  journal: Journal,
  at: number,
  who: string,
  what: string,
  store: StoreId | undefined,
  detail: string | null = null,
): void {
  journal.audit.append({ at, who, what, run: null, write: null, store: store ?? null, detail });
}

function changeOf(
  moved: readonly MovedWrite[],
  settings: ReadonlySet<StoreId>,
): Omit<OutboxChange, 'overlay'> {
  const orders = new Map<string, { store: StoreId; gid: string }>();
  const entities = new Map<string, { store: StoreId; entity: string }>();
  const stores = new Set<StoreId>(settings);
  for (const { write, orders: served } of moved) {
    const { store, entity } = write;
    stores.add(store);
    entities.set(`${store} ${entity}`, { store, entity });
    for (const gid of served) orders.set(`${store} ${gid}`, { store, gid });
  }
  return {
    stores: [...stores],
    orders: [...orders.values()],
    entities: [...entities.values()],
    settings: [...settings],
  };
}
