import { assertNever } from '../../../shared/domain/assert-never.ts';
import type { StoreId, WriteId } from '../../../shared/domain/ids.ts';
import { sentence } from '../../../shared/domain/sentence.ts';
import type { WriteReason } from '../../../shared/domain/write-reason.ts';
import { UnstuckError } from '../../../shared/errors.ts';
import { SHOP_PROBE } from '../shopify/documents/probe.ts';
import { advanceWrite } from './advance-write.ts';
import { backOff } from './back-off.ts';
import { isLocal, isManual } from './local-op.ts';
import { moveWrite, UNSTUCK } from './move-write.ts';
import { type StepEnd, type StepPorts, type StoreLine } from './step.ts';
import { sleepUntilWoken, type Wake } from './wake.ts';
import type { WriteRecord } from './write-record.ts';

/** Requests of one store that are on their way at once. */
const ABREAST = 6;
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
  let line: StoreLine | null = null;
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

  async function step({ id }: WriteRecord, open: StoreLine): Promise<void> {
    try {
      const tried = tries.get(id) ?? 0;
      heed(await advanceWrite(ports, open, id, tried, signal));
      const after = journal.writes.get(id);
      if (after?.state === 'retry_wait' || after?.state === 'unknown') tries.set(id, tried + 1);
      else tries.delete(id);
    } catch (thrown) {
      // The journal itself failed (a full disk): the others come to their end first.
      failure ??= { thrown };
      end ??= 'stopped';
    } finally {
      running.delete(id);
      busy.delete(id);
    }
  }

  for (;;) {
    if (signal.aborted || isPaused(ports, store)) end ??= 'stopped';
    const now = clock.now();
    let waiting = false;
    if (end === null) {
      for (const write of journal.turns.ready(store, now, 2 * ABREAST)) {
        if (running.size >= ABREAST || busy.has(write.id)) continue;
        if (isLocal(write.op)) {
          ports.takeLocalEffect(write);
          waiting = true;
          continue;
        }
        if (now < notBefore) {
          waiting = true;
          break;
        }
        if (!line) {
          const opened = await open(ports, store);
          if (typeof opened === 'string') {
            end = opened;
            break;
          }
          line = opened;
        }
        busy.add(write.id);
        running.set(write.id, step(write, line));
      }
    }
    if (running.size > 0) {
      await Promise.race([...running.values(), ...(end === null ? [wake.wait()] : [])]);
    } else if (end !== null) {
      if (failure) throw (failure as { thrown: unknown }).thrown;
      return end;
    } else {
      const due = waiting ? notBefore : journal.turns.nextDue(store, now);
      if (due === null) return 'idle';
      if (due <= now && !waiting) return 'idle';
      const wait = due - clock.now();
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
