import { assertNever } from '../../../shared/domain/assert-never.ts';
import type { WriteId } from '../../../shared/domain/ids.ts';
import { type RetryTrouble, retryTroubleOf } from '../../../shared/domain/retry-rule.ts';
import type { WriteReason } from '../../../shared/domain/write-reason.ts';
import { messageOf } from '../../../shared/errors.ts';
import type { RemoteWrite, Sent } from '../shopify/writes/remote-write.ts';
import { Interrupted } from '../shopify/writes/write-api.ts';
import { backOff } from './back-off.ts';
import { type MoveDetail, moveWrite, UNSTUCK } from './move-write.ts';
import { postponeWrite } from './postpone-write.ts';
import { ANSWERED, type StepEnd, type StepPorts, UNREACHABLE } from './step.ts';
import type { WriteEvent } from './transitions.ts';
import type { WriteRecord } from './write-record.ts';

/** The moves that follow what became of a request. */
export function movesOf(ports: StepPorts, id: WriteId, tries: number) {
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
