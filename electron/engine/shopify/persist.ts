import { assertNever } from '../../../shared/domain/assert-never.ts';
import { clause } from '../../../shared/domain/sentence.ts';
import { UnstuckError } from '../../../shared/errors.ts';
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
    if (signal?.aborted) throw new UnstuckError('cancelled', `Reading from ${domain} was cancelled.`);
    const outcome = settled(await attempt(), domain);
    switch (outcome.kind) {
      case 'answer': {
        const denied = outcome.errors.find(({ code }) => code === 'ACCESS_DENIED');
        if (denied) throw missingScope(domain, denied.message, denied.requiredAccess);
        const [error] = outcome.errors;
        if (error)
          throw new UnstuckError('bad_answer', `${domain} reports an error: ${clause(error.message)}.`);
        return outcome;
      }
      case 'throttled': {
        throttled += 1;
        if (throttled > THROTTLED_TRIES)
          throw new UnstuckError(
            'offline',
            `${domain} keeps throttling requests; try again in a few minutes.`,
            {
              retryable: true,
            },
          );
        const wait = Math.min(LONGEST_WAIT_MS, Math.max(outcome.waitMs, 100 * throttled));
        logger.debug('shopify.throttled', { domain, wait });
        await clock.sleep(Math.ceil(wait * (1 + random() / 2)), signal);
        break;
      }
      case 'unclear':
        unclear += 1;
        if (signal?.aborted) break;
        if (unclear >= UNCLEAR_TRIES) throw offline(outcome.message);
        logger.debug('shopify.retry', { domain, reason: outcome.message });
        await clock.sleep(Math.ceil(BACK_OFF_MS * 2 ** (unclear - 1) * (0.5 + random())), signal);
        break;
      case 'not_sent':
        if (signal?.aborted) break;
        throw offline(outcome.message);
      case 'unauthorized':
        throw new UnstuckError(
          'unauthorized',
          `Not authorised: ${clause(outcome.message)}; connect the store again.`,
        );
      case 'denied':
        throw missingScope(domain, outcome.message, outcome.requiredAccess);
      case 'bad_answer':
        throw new UnstuckError('bad_answer', `Unexpected answer: ${withRemedy(outcome.message)}.`, {
          meta: { tooCostly: hasCode(outcome.errors, 'MAX_COST_EXCEEDED') },
        });
      default:
        return assertNever(outcome);
    }
  }
}

/** An answer with a hole that an internal error made is as unclear as none: the next try may fill it. */
function settled<Data>(outcome: Attempt<Data>, domain: string): Attempt<Data> {
  if (outcome.kind !== 'answer') return outcome;
  const passing = outcome.errors.find(({ code }) => code === 'INTERNAL_SERVER_ERROR' || code === 'TIMEOUT');
  return passing ? { kind: 'unclear', message: `${domain} reports: ${passing.message}` } : outcome;
}

/** A message that does not say what to do gets what can be done about any answer that is not as documented. */
function withRemedy(message: string): string {
  const said = clause(message);
  return said.includes(';')
    ? said
    : `${said}; try again later, and check the store’s domain and endpoint if it stays so`;
}

function offline(message: string): UnstuckError {
  return new UnstuckError('offline', `Offline: ${clause(message)}; check the network and try again.`, {
    retryable: true,
  });
}

function missingScope(domain: string, message: string, requiredAccess: string | null): UnstuckError {
  const needs = requiredAccess ? `it needs ${clause(requiredAccess.replaceAll('`', ''))}` : clause(message);
  return new UnstuckError(
    'missing_scope',
    `The app may not read this from ${domain}: ${needs}; grant it and reinstall.`,
  );
}
