import { assertNever } from '../../../shared/domain/assert-never.ts';
import { setImmediate } from 'node:timers/promises';
import type { StoreId, WriteId } from '../../../shared/domain/ids.ts';
import type { Millis } from '../../../shared/domain/order.ts';
import { sentence } from '../../../shared/domain/sentence.ts';
import type { WriteReason } from '../../../shared/domain/write-reason.ts';
import { UnstuckError } from '../../../shared/errors.ts';
import { SHOP_PROBE } from '../shopify/documents/probe.ts';
import { MOST_TOGETHER } from '../shopify/together/send-together.ts';
import { advanceWrite } from './advance-write.ts';
import { backOff } from './back-off.ts';
import { createBulkLane } from './bulk/bulk-lane.ts';
import { createWriteCosts } from './write-costs.ts';
import { isLocal, isManual } from './local-op.ts';
import { moveWrite, UNSTUCK } from './move-write.ts';
import type { StepEnd, StepPorts, StoreClient, StoreLine } from './step.ts';
import { sleepUntilWoken, type Wake } from './wake.ts';
import type { WriteRecord } from './write-record.ts';

/** Writes of one store that are on their way at once: as many requests of `MOST_TOGETHER` as a quick store keeps up with. */
const ABREAST = 8 * MOST_TOGETHER;
/** Failures in a row after which a store counts as offline. */
const MOST_TROUBLE = 3;
const TROUBLE_PAUSE_MS = 250;
/** An unreachable store is looked for at least this often. */
const LONGEST_PAUSE_MS = 60_000;

/** idle: nothing more moves without the agent · stopped: told to, or paused. */
export type LaneEnd = 'idle' | 'offline' | 'unauthorized' | 'stopped';

export interface LanePorts extends StepPorts {
  /** @throws UnstuckError `unauthorized` when the store's token is not at hand */
  connect(store: StoreId): Promise<StoreLine>;
  takeLocalEffect(write: WriteRecord): void;
  /** Writes that a lane is working on right now, over all lanes. */
  readonly busy: Set<WriteId>;
}

export interface LaneOptions {
  readonly signal: AbortSignal;
  readonly wake: Wake;
  /** Keeps trying an unreachable store with growing pauses instead of ending. */
  readonly patient: boolean;
}

/**
 * Sends one store's writes: entities side by side, each entity's in order, dependencies first. What one write does
 * wrong holds back its entity only; a refused token or a lost connection this store only (outbox invariant 4).
 */
export async function runLane(ports: LanePorts, store: StoreId, options: LaneOptions): Promise<LaneEnd> {
  const { journal, clock, random, busy } = ports;
  const { signal, wake, patient } = options;
  const running = new Map<WriteId, Promise<void>>();
  const tries = new Map<WriteId, number>();
  const costs = createWriteCosts();
  const connected: { line: StoreLine | null } = { line: null };
  let end: LaneEnd | null = null;
  let trouble = 0;
  let notBefore = 0;
  let failure: { readonly thrown: unknown } | null = null;

  function heed(outcome: StepEnd): void {
    const now = clock.now();
    switch (outcome.kind) {
      case 'answered':
        trouble = 0;
        break;
      case 'throttled':
        trouble = 0;
        notBefore = Math.max(notBefore, now + outcome.waitMs);
        break;
      case 'unreachable':
        // Requests that fail together are one failure.
        if (now < notBefore) break;
        trouble += 1;
        if (trouble >= MOST_TROUBLE && !patient) end ??= 'offline';
        else if (trouble < MOST_TROUBLE) notBefore = now + TROUBLE_PAUSE_MS * 2 ** trouble;
        else notBefore = now + Math.min(LONGEST_PAUSE_MS, backOff(trouble, random()));
        break;
      case 'unauthorized':
        if (end !== 'unauthorized') blockWrites(ports, store, { code: 'trouble', trouble: outcome.trouble });
        end = 'unauthorized';
        break;
      default:
        assertNever(outcome);
    }
  }

  async function step({ id, op }: WriteRecord, open: StoreLine): Promise<void> {
    const grant = open.client.budget.grantWrites(costs.of(op));
    let points = 0;
    const spent = (share: number): void => {
      points += share;
      grant.spend(share);
    };
    try {
      const tried = tries.get(id) ?? 0;
      const outcome = await advanceWrite(ports, open, id, { tries: tried, signal, spent });
      heed(outcome);
      const state = journal.writes.stateOf(id);
      if (state === 'applied') costs.learn(op, points);
      if (state === 'retry_wait' || state === 'unknown') tries.set(id, tried + 1);
      else tries.delete(id);
    } catch (thrown) {
      // The journal itself failed (a full disk): the others come to their end first.
      failure ??= { thrown };
      end ??= 'stopped';
    } finally {
      grant.release();
      running.delete(id);
      busy.delete(id);
    }
  }

  /** The writes whose turn it is, up to a request's worth; and until when they wait for query points. */
  function turn(
    now: Millis,
    client: StoreClient | null,
  ): { readonly batch: readonly WriteRecord[]; readonly wait: number } {
    // What the store allows is learned from the answer to a first request.
    if (running.size > 0 && client && !client.budget.bucket()) return { batch: [], wait: 0 };
    const ready = journal.turns
      .ready(store, now, running.size + MOST_TOGETHER)
      .filter(({ id }) => !busy.has(id))
      .slice(0, MOST_TOGETHER);
    const most = client?.budget.bucket()?.maximum ?? Number.POSITIVE_INFINITY;
    const batch: WriteRecord[] = [];
    let points = 0;
    for (const write of ready) {
      const cost = isLocal(write.op) ? 0 : costs.of(write.op);
      if (batch.length > 0 && points + cost > most) break;
      batch.push(write);
      points += cost;
    }
    const wait = points > 0 && client ? client.budget.waitOfWrites(points) : 0;
    return { batch, wait };
  }

  const bulk = createBulkLane(ports, store, {
    costs,
    heed,
    failed: (thrown) => {
      failure ??= { thrown };
      end ??= 'stopped';
    },
  });

  /** The store's line, opened at the first call; null: it cannot be, and the lane ends. */
  async function reach(): Promise<StoreLine | null> {
    if (connected.line) return connected.line;
    const opened = await open(ports, store);
    if (typeof opened === 'string') {
      end = opened;
      return null;
    }
    connected.line = opened;
    return opened;
  }

  for (;;) {
    if (signal.aborted || isPaused(ports, store)) end ??= 'stopped';
    const now = clock.now();
    if (end !== null) bulk.stop();
    else if (now >= notBefore && (connected.line || journal.bulk.open(store))) {
      const reached = await reach();
      if (reached) bulk.goOn(reached);
    }
    let waiting = false;
    let until = notBefore;
    let pointsIn = 0;
    // Only with room for a whole request: one write each time would make many small ones.
    if (end === null && running.size <= ABREAST - MOST_TOGETHER) {
      const { batch, wait } = turn(now, connected.line?.client ?? null);
      pointsIn = wait;
      until = Math.max(notBefore, now + wait);
      for (const write of batch) {
        if (isLocal(write.op)) {
          ports.takeLocalEffect(write);
          waiting = true;
          continue;
        }
        if (now < until) {
          waiting = true;
          break;
        }
        const reached = await reach();
        if (!reached) break;
        busy.add(write.id);
        running.set(write.id, step(write, reached));
      }
      if (batch.length > 0 && !waiting && end === null) continue;
    }
    if (running.size > 0 || bulk.running) {
      const over = new AbortController();
      await Promise.race([
        ...running.values(),
        ...(bulk.running ? [bulk.running] : []),
        ...(end === null ? [wake.wait()] : []),
        ...(end === null && pointsIn > 0 ? [clock.sleep(pointsIn, over.signal)] : []),
      ]);
      over.abort();
      // Those whose answer came with the same request end in the same turn.
      await setImmediate();
    } else if (end !== null) {
      if (failure) throw (failure as { thrown: unknown }).thrown;
      return end;
    } else {
      const due = waiting ? until : journal.turns.nextDue(store, now);
      const isHeld = connected.line?.bulk != null && journal.bulk.open(store) !== null;
      if (!isHeld && (due === null || (due <= now && !waiting))) return 'idle';
      const wait = Math.max(due ?? 0, isHeld ? notBefore : 0) - clock.now();
      if (wait > 0) await sleepUntilWoken(clock, wait, wake, signal);
    }
  }
}

function isPaused({ journal }: StepPorts, store: StoreId): boolean {
  const { all, stores } = journal.pauses.get();
  return all || stores.includes(store);
}

/** The store's line, once it is known that the token is accepted where it was refused before. */
async function open(ports: LanePorts, store: StoreId): Promise<StoreLine | 'offline' | 'unauthorized'> {
  try {
    return await ports.connect(store);
  } catch (thrown) {
    if (thrown instanceof UnstuckError && thrown.code === 'unauthorized') {
      const { said, message } = thrown;
      blockWrites(
        ports,
        store,
        said ? { code: 'failure', failure: said } : { code: 'verbatim', text: sentence(message) },
      );
      return 'unauthorized';
    }
    ports.logger.error('outbox.connect_failed', { store, error: String(thrown) });
    return 'offline';
  }
}

/**
 * Where a token was refused before, asks whether it is accepted by now, and if so puts the blocked writes back in
 * their queue.
 * @returns null: nothing is blocked any more
 */
export async function unblock(ports: LanePorts, store: StoreId): Promise<'offline' | 'unauthorized' | null> {
  const { journal, clock } = ports;
  const blocked = journal.writes.inState('blocked_auth', store);
  if (blocked.length === 0) return null;
  const line = await open(ports, store);
  if (typeof line === 'string') return line;
  const probe = await line.client.attempt(SHOP_PROBE, {});
  if (probe.kind === 'unauthorized') return 'unauthorized';
  if (probe.kind !== 'answer' && probe.kind !== 'throttled') return 'offline';
  journal.change(() => {
    for (const { id } of blocked) moveWrite(journal, id, 'reconnect', { now: clock.now(), who: UNSTUCK });
  });
  return null;
}

/** Nothing of this store can be sent until it is reconnected; what needs no token is left alone. */
function blockWrites({ journal, clock }: StepPorts, store: StoreId, reason: WriteReason): void {
  journal.change(() => {
    for (const state of ['queued', 'retry_wait'] as const) {
      for (const { id, op } of journal.writes.inState(state, store)) {
        if (isLocal(op) || isManual(op)) continue;
        moveWrite(journal, id, 'refuse_token', { now: clock.now(), who: UNSTUCK, reason });
      }
    }
  });
}
