import { z } from 'zod';
import { assertNever } from '../../../shared/domain/assert-never.ts';
import type { WriteReason } from '../../../shared/domain/write-reason.ts';
import type { Proof, RemoteWrite } from '../shopify/writes/remote-write.ts';
import { Interrupted, type WriteApi } from '../shopify/writes/write-api.ts';
import { backOff } from './back-off.ts';
import { type MoveDetail, moveWrite, plainReason, UNSTUCK } from './move-write.ts';
import { ANSWERED, progressOf, type StepEnd, type StepPorts, UNREACHABLE } from './step.ts';
import type { WriteEvent } from './transitions.ts';
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
  const { journal, clock, random, logger, together } = ports;
  const { id, attempts } = write;
  const move = (event: WriteEvent, detail: MoveDetail): Promise<WriteRecord | null> =>
    together(() => moveWrite(journal, id, event, detail));
  const stay = async (
    reason: WriteReason | null,
    nextAttemptAt: number | null,
    evidence: unknown = write.evidence,
  ): Promise<void> => {
    const patch = { nextAttemptAt, evidence };
    await move('stay_unknown', { now: clock.now(), who: UNSTUCK, reason, patch });
  };
  let proof: Proof;
  try {
    proof = await remote.readBack(api, write.before, progressOf(ports, write));
  } catch (thrown) {
    if (!(thrown instanceof Interrupted)) {
      logger.error('outbox.read_back_failed', { write: id, error: String(thrown) });
      await stay({ code: 'unreadable_unexpected' }, null);
      return ANSWERED;
    }
    const { why } = thrown;
    switch (why.kind) {
      case 'throttled':
        await stay(write.reason, clock.now() + why.waitMs);
        return { kind: 'throttled', waitMs: why.waitMs };
      case 'unauthorized':
        return { kind: 'unauthorized', trouble: why.trouble };
      case 'not_sent':
      case 'unclear':
        await stay(write.reason, clock.now() + backOff(tries, random()));
        return UNREACHABLE;
      case 'denied':
      case 'turned_away':
        await stay({ code: 'unreadable_trouble', trouble: why.trouble }, null);
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
      await move('prove_done', { ...detail, reason: { code: 'took_effect' }, patch });
      return ANSWERED;
    }
    case 'no_effect': {
      const { evidence } = proof;
      if (attempts >= MOST_ATTEMPTS) {
        const last = write.reason && plainReason(write.reason);
        const reason = { code: 'in_vain', attempts, last } as const;
        await move('reject', { ...detail, reason, patch: { evidence } });
      } else {
        const patch = { evidence, nextAttemptAt: now + backOff(attempts - 1, random()) };
        await move('disprove', {
          ...detail,
          reason: { code: 'had_no_effect' },
          patch,
        });
      }
      return ANSWERED;
    }
    case 'unclear': {
      const readBacks = counted.parse(write.evidence).readBacks + 1;
      const again = readBacks < MOST_READ_BACKS ? now + remote.settleMs * 2 ** readBacks : null;
      const reason: WriteReason | null = again === null ? { code: 'undecidable' } : write.reason;
      await stay(reason, again, { ...proof.evidence, readBacks });
      return ANSWERED;
    }
    default:
      return assertNever(proof);
  }
}
