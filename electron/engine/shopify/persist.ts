import { assertNever } from '../../../shared/domain/assert-never.ts';
import { clause } from '../../../shared/domain/sentence.ts';
import type { Trouble } from '../../../shared/domain/trouble.ts';
import { troubleInEnglish } from '../../../shared/words/en-trouble.ts';
import { type UnstuckError } from '../../../shared/errors.ts';
import { failed } from '../../../shared/failed.ts';
import type { Clock, Logger } from '../ports.ts';
import type { Attempt } from './attempt.ts';
import type { Cost } from './budget.ts';
import { hasCode } from './graphql-errors.ts';

const UNCLEAR_TRIES = 4;
const BACK_OFF_MS = 500;
/** A store that throttles this often without an answer in between is busy with others: the caller comes back later. */
const THROTTLED_TRIES = 40;
const LONGEST_WAIT_MS = 30_000;

interface Persistence {
  readonly domain: string;
  readonly clock: Clock;
  readonly random: () => number;
  readonly logger: Logger;
  readonly signal: AbortSignal | undefined;
}

/**
 * Repeats a read until it is answered: throttling is waited out with up to half again as jitter, an unclear outcome is
 * tried four times with growing pauses. What cannot be helped is thrown as `UnstuckError`.
 */
export async function persist<Data>(
  attempt: () => Promise<Attempt<Data>>,
  { domain, clock, random, logger, signal }: Persistence,
): Promise<{ data: Data; cost: Cost | null; requestId: string | null }> {
  let throttled = 0;
  let unclear = 0;
  for (;;) {
    if (signal?.aborted) throw failed('cancelled', { code: 'reading_cancelled', host: domain });
    const outcome = settled(await attempt(), domain);
    switch (outcome.kind) {
      case 'answer': {
        const denied = outcome.errors.find(({ code }) => code === 'ACCESS_DENIED');
        if (denied) throw missingScope(domain, denied.message, denied.requiredAccess);
        const [error] = outcome.errors;
        if (error) throw failed('bad_answer', { code: 'store_reports', host: domain, words: error.message });
        return outcome;
      }
      case 'throttled': {
        throttled += 1;
        if (throttled > THROTTLED_TRIES)
          throw failed('offline', { code: 'keeps_throttling', host: domain }, { retryable: true });
        const wait = Math.min(LONGEST_WAIT_MS, Math.max(outcome.waitMs, 100 * throttled));
        logger.debug('shopify.throttled', { domain, wait });
        await clock.sleep(Math.ceil(wait * (1 + random() / 2)), signal);
        break;
      }
      case 'unclear':
        unclear += 1;
        if (signal?.aborted) break;
        if (unclear >= UNCLEAR_TRIES) throw offline(outcome.trouble);
        logger.debug('shopify.retry', { domain, reason: troubleInEnglish(outcome.trouble) });
        await clock.sleep(Math.ceil(BACK_OFF_MS * 2 ** (unclear - 1) * (0.5 + random())), signal);
        break;
      case 'not_sent':
        if (signal?.aborted) break;
        throw offline(outcome.trouble);
      case 'unauthorized':
        throw failed('unauthorized', { code: 'not_authorised', trouble: outcome.trouble });
      case 'denied':
        throw missingScope(domain, troubleInEnglish(outcome.trouble), outcome.requiredAccess);
      case 'bad_answer':
        throw failed(
          'bad_answer',
          { code: 'unexpected_answer', trouble: outcome.trouble },
          { meta: { tooCostly: hasCode(outcome.errors, 'MAX_COST_EXCEEDED') } },
        );
      default:
        return assertNever(outcome);
    }
  }
}

/** An answer with a hole that an internal error made is as unclear as none: the next try may fill it. */
function settled<Data>(outcome: Attempt<Data>, domain: string): Attempt<Data> {
  if (outcome.kind !== 'answer') return outcome;
  const passing = outcome.errors.find(({ code }) => code === 'INTERNAL_SERVER_ERROR' || code === 'TIMEOUT');
  return passing
    ? { kind: 'unclear', trouble: { code: 'reports', host: domain, words: passing.message } }
    : outcome;
}

const offline = (trouble: Trouble): UnstuckError =>
  failed('offline', { code: 'offline', trouble }, { retryable: true });

function missingScope(host: string, words: string, requiredAccess: string | null): UnstuckError {
  const needs = requiredAccess ? clause(requiredAccess.replaceAll('`', '')) : null;
  return failed('missing_scope', { code: 'missing_scope', host, needs, words });
}
