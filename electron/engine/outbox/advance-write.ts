import { assertNever } from '../../../shared/domain/assert-never.ts';
import type { WriteId } from '../../../shared/domain/ids.ts';
import type { WriteReason } from '../../../shared/domain/write-reason.ts';
import { WRITE_TRAITS } from '../../../shared/domain/write.ts';
import { type RetryTrouble, retryTroubleOf } from '../../../shared/domain/retry-rule.ts';
import { messageOf } from '../../../shared/errors.ts';
import { remoteWriteOf } from '../shopify/writes/registry.ts';
import { type Look, NO_EFFECT, type RemoteWrite, type Sent } from '../shopify/writes/remote-write.ts';
import { createWriteApi, Interrupted, type WriteApi } from '../shopify/writes/write-api.ts';
import { backOff } from './back-off.ts';
import { type MoveDetail, moveWrite, UNSTUCK } from './move-write.ts';
import { postponeWrite } from './postpone-write.ts';
import { readBackWrite } from './read-back-write.ts';
import { ANSWERED, progressOf, type StepEnd, type StepPorts, type StoreLine, UNREACHABLE } from './step.ts';
import type { WriteEvent } from './transitions.ts';
import type { WriteRecord } from './write-record.ts';

interface StepOptions {
  /** How often this write came to nothing in this process, for the back-off. */
  readonly tries: number;
  readonly signal: AbortSignal;
  /** Told the query points of each request. */
  readonly spent: (points: number) => void;
}

/**
 * Takes one write a step further: reads what it touches, sends it, or reads it back. Every change of state is durable
 * before the next request leaves (outbox invariants 2, 3 and 5). What is asked or changed side by side with other writes' steps goes out in one
 * request and into one transaction. Never throws for what a store does.
 */
export async function advanceWrite(
  ports: StepPorts,
  line: StoreLine,
  id: WriteId,
  { tries, signal, spent }: StepOptions,
): Promise<StepEnd> {
  const write = ports.journal.writes.get(id);
  const remote = write && remoteWriteOf(write.op);
  if (!write || !remote) return ANSWERED;
  const requests: string[] = [];
  // Every one of them: a write of several requests has several ids.
  const requestId = (): string | null => requests.join(' ') || null;
  const api = createWriteApi(line.sending, {
    parts: line.parts,
    clock: ports.clock,
    noted: (id) => void requests.push(id),
    signal,
    spent,
  });
  if (write.state === 'unknown') return readBackWrite(ports, api, write, remote, tries);

  const move = mover(ports, id, tries);
  let look: Look<unknown>;
  try {
    look = await remote.look(api);
  } catch (thrown) {
    if (signal.aborted) return ANSWERED;
    return move.nothingDone(thrown, write.attempts);
  }
  if (look.kind !== 'go') return endWithoutSending(ports, api, write, remote, look);

  const now = ports.clock.now();
  // Resent, one that must not be repeated is compared with what was before the first request, not before this one.
  const resentOnce = write.attempts > 0 && WRITE_TRAITS[write.op.op].repeat === 'once';
  const before = resentOnce ? (write.before ?? look.before) : look.before;
  const sending = await ports.together(() =>
    moveWrite(ports.journal, id, 'send', { now, who: UNSTUCK, patch: { before } }),
  );
  if (!sending) return ANSWERED;
  try {
    const sent = await remote.send(api, before, progressOf(ports, sending));
    return await move.outcome(sent, remote, sending, requestId());
  } catch (thrown) {
    return move.interrupted(thrown, remote, sending, requestId());
  }
}

async function endWithoutSending(
  ports: StepPorts,
  api: WriteApi,
  write: WriteRecord,
  remote: RemoteWrite,
  look: Exclude<Look<unknown>, { kind: 'go' }>,
): Promise<StepEnd> {
  const { journal, clock, together } = ports;
  const { id } = write;
  const detail = { now: clock.now(), who: UNSTUCK };
  switch (look.kind) {
    case 'done': {
      const mine =
        write.attempts > 0 && write.before !== null ? await ownEffect(ports, api, write, remote) : null;
      const reason = mine ? null : ({ code: 'so_already' } as const);
      const patch = {
        effect: mine ?? NO_EFFECT,
        confirmedVersion: look.version,
        evidence: look.evidence ?? null,
      };
      await together(() => moveWrite(journal, id, 'find_done', { ...detail, reason, patch }));
      return ANSWERED;
    }
    case 'conflict': {
      const fields = look.fields.flatMap(({ said }) => said?.field ?? []);
      await together(() =>
        moveWrite(journal, id, 'find_conflict', {
          ...detail,
          reason: { code: 'changed_since', fields },
          patch: { conflict: look.fields, rebased: look.rebased },
        }),
      );
      return ANSWERED;
    }
    case 'impossible':
      await together(() => moveWrite(journal, id, 'find_impossible', { ...detail, reason: look.reason }));
      return ANSWERED;
    default:
      return assertNever(look);
  }
}

/** What an earlier request of this write changed after all, so that undo knows; null: it was somebody else. */
async function ownEffect(ports: StepPorts, api: WriteApi, write: WriteRecord, remote: RemoteWrite) {
  try {
    const proof = await remote.readBack(api, write.before, progressOf(ports, write));
    return proof.kind === 'took_effect' ? proof.effect : null;
  } catch (thrown) {
    if (thrown instanceof Interrupted) return null;
    throw thrown;
  }
}

/** The moves that follow what became of a request. */
function mover(ports: StepPorts, id: WriteId, tries: number) {
  const { journal, clock, random, logger, together } = ports;
  const move = (event: WriteEvent, detail: MoveDetail): Promise<WriteRecord | null> =>
    together(() => moveWrite(journal, id, event, detail));
  const later = (wait: number): number => clock.now() + wait;
  const pause = (): number => backOff(tries, random());
  const detail = () => ({ now: clock.now(), who: UNSTUCK });
  const isSending = (): boolean => journal.writes.get(id)?.state === 'sending';

  /** Nothing of it can have taken effect: it waits, or ends where waiting does not help. */
  async function nothingDone(thrown: unknown, attempts: number): Promise<StepEnd> {
    if (!(thrown instanceof Interrupted)) {
      logger.error('outbox.step_failed', {
        write: id,
        error: messageOf(thrown),
      });
      await postpone('unexpected', { code: 'unexpected' }, attempts, pause());
      return ANSWERED;
    }
    const { why } = thrown;
    switch (why.kind) {
      // Only looked at so far, it keeps its place in the queue: the lane knows when to go on.
      case 'throttled': {
        const wait = Math.ceil(why.waitMs * (1 + random() / 2));
        if (isSending()) await postpone('throttled', { code: 'throttled' }, attempts, wait);
        return { kind: 'throttled', waitMs: wait };
      }
      case 'not_sent':
        if (isSending()) await postpone('network', { code: 'trouble', trouble: why.trouble }, attempts, 0);
        return UNREACHABLE;
      case 'unauthorized':
        await move('refuse_token', {
          ...detail(),
          reason: { code: 'trouble', trouble: why.trouble },
          patch: { attempts },
        });
        return { kind: 'unauthorized', trouble: why.trouble };
      case 'denied':
        await move('refuse_token', {
          ...detail(),
          reason: { code: 'trouble', trouble: why.trouble },
          patch: { attempts },
        });
        return ANSWERED;
      case 'unclear':
      case 'turned_away': {
        const isAnswered = why.kind === 'turned_away';
        const reason = { code: 'trouble', trouble: why.trouble } as const;
        await postpone(retryTroubleOf(why.trouble, isAnswered), reason, attempts, pause());
        return isAnswered ? ANSWERED : UNREACHABLE;
      }
      default:
        return assertNever(why);
    }
  }

  function postpone(
    trouble: RetryTrouble,
    reason: WriteReason,
    attempts: number,
    wait: number,
  ): Promise<void> {
    const patch = { attempts, nextAttemptAt: later(wait) };
    return together(() => postponeWrite(journal, id, { trouble, reason, now: clock.now(), patch }));
  }

  return {
    nothingDone,
    interrupted: async (
      thrown: unknown,
      remote: RemoteWrite,
      sending: WriteRecord,
      requestId: string | null,
    ): Promise<StepEnd> => {
      if (thrown instanceof Interrupted && !thrown.possibleEffect)
        return nothingDone(thrown, sending.attempts - 1);
      const expected = thrown instanceof Interrupted;
      if (!expected) logger.error('outbox.send_failed', { write: id, error: String(thrown) });
      const reason: WriteReason =
        expected && thrown.why.kind !== 'throttled'
          ? { code: 'unknown_trouble', trouble: thrown.why.trouble }
          : { code: 'unknown_unexpected' };
      await move('lose_answer', {
        ...detail(),
        reason,
        patch: { nextAttemptAt: later(remote.settleMs), requestId },
      });
      return expected ? UNREACHABLE : ANSWERED;
    },
    outcome: async (
      sent: Sent,
      remote: RemoteWrite,
      sending: WriteRecord,
      requestId: string | null,
    ): Promise<StepEnd> => {
      switch (sent.kind) {
        case 'applied': {
          const { effect, version, evidence = null } = sent;
          const patch = { effect, confirmedVersion: version, evidence, requestId };
          await move('confirm', { ...detail(), patch });
          return ANSWERED;
        }
        case 'refused':
          await move('reject', { ...detail(), reason: sent.reason, patch: { requestId } });
          return ANSWERED;
        case 'stale': {
          await postpone('stale', sent.reason, sending.attempts - 1, 0);
          return ANSWERED;
        }
        case 'unproved':
          await move('lose_answer', {
            ...detail(),
            reason: { code: 'unproved' },
            patch: { evidence: sent.evidence, requestId, nextAttemptAt: later(remote.settleMs) },
          });
          return ANSWERED;
        default:
          return assertNever(sent);
      }
    },
  };
}
