import { z } from 'zod';
import { assertNever } from '../../../shared/domain/assert-never.ts';
import { sentence } from '../../../shared/domain/sentence.ts';
import type { Proof, RemoteWrite } from '../shopify/writes/remote-write.ts';
import { Interrupted, type WriteApi } from '../shopify/writes/write-api.ts';
import { backOff } from './back-off.ts';
import { moveWrite, UNSTUCK } from './move-write.ts';
import { ANSWERED, progressOf, type StepEnd, type StepPorts } from './step.ts';
import type { WriteRecord } from './write-record.ts';

/** After so many requests that provably did nothing, a write ends rejected. */
const MOST_ATTEMPTS = 10;
/** How often an outcome that nothing tells is looked for before only the agent can say. */
const MOST_READ_BACKS = 3;

const counted = z.object({ readBacks: z.int() }).catch({ readBacks: 0 });

/**
 * Finds out what became of a write whose answer was lost (outbox invariant 3): proved, disproved and so sent again, or
 * left unknown with its evidence. One that must not be repeated is never resent unless it is disproved.
 */
export async function readBackWrite(
  ports: StepPorts,
  api: WriteApi,
  write: WriteRecord,
  remote: RemoteWrite,
  tries: number,
): Promise<StepEnd> {
  const { journal, clock, random, logger } = ports;
  const { id, attempts } = write;
  const stay = (
    reason: string | null,
    nextAttemptAt: number | null,
    evidence: unknown = write.evidence,
  ): void => {
    const patch = { nextAttemptAt, evidence };
    moveWrite(journal, id, 'stay_unknown', { now: clock.now(), who: UNSTUCK, reason, patch });
  };
  let proof: Proof;
  try {
    proof = await remote.readBack(api, write.before, progressOf(ports, write));
  } catch (thrown) {
    if (!(thrown instanceof Interrupted)) {
      logger.error('outbox.read_back_failed', { write: id, error: String(thrown) });
      stay('Nobody knows whether it took effect, and reading it back failed; the log says more.', null);
      return ANSWERED;
    }
    const { why } = thrown;
    switch (why.kind) {
      case 'throttled':
        stay(write.reason, clock.now() + why.waitMs);
        return { kind: 'throttled', waitMs: why.waitMs };
      case 'unauthorized':
        return { kind: 'unauthorized', message: why.message };
      case 'not_sent':
      case 'unclear':
        stay(write.reason, clock.now() + backOff(tries, random()));
        return { kind: 'unreachable', message: why.message };
      case 'denied':
      case 'turned_away':
        stay(
          `Nobody knows whether it took effect, and it cannot be read back: ${sentence(why.message)}`,
          null,
        );
        return ANSWERED;
      default:
        return assertNever(why);
    }
  }
  const now = clock.now();
  const detail = { now, who: UNSTUCK };
  switch (proof.kind) {
    case 'took_effect': {
      const { effect, version, evidence } = proof;
      const patch = { effect, confirmedVersion: version, evidence };
      moveWrite(journal, id, 'prove_done', { ...detail, reason: 'Read back: it took effect.', patch });
      return ANSWERED;
    }
    case 'no_effect': {
      const { evidence } = proof;
      if (attempts >= MOST_ATTEMPTS) {
        const reason = `Sent ${attempts} times without effect; the last time: ${write.reason ?? 'no answer.'}`;
        moveWrite(journal, id, 'reject', { ...detail, reason, patch: { evidence } });
      } else {
        const patch = { evidence, nextAttemptAt: now + backOff(attempts - 1, random()) };
        moveWrite(journal, id, 'disprove', {
          ...detail,
          reason: 'Read back: it had no effect; it is sent again.',
          patch,
        });
      }
      return ANSWERED;
    }
    case 'unclear': {
      const readBacks = counted.parse(write.evidence).readBacks + 1;
      const again = readBacks < MOST_READ_BACKS ? now + remote.settleMs * 2 ** readBacks : null;
      const reason =
        again === null
          ? 'Nothing tells whether it took effect: decide with resolve, or send it again with retry.'
          : write.reason;
      stay(reason, again, { ...proof.evidence, readBacks });
      return ANSWERED;
    }
    default:
      return assertNever(proof);
  }
}
