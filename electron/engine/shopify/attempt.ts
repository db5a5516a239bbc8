import type { z } from 'zod';
import type { Trouble } from '../../../shared/domain/trouble.ts';
import { firstIssue } from '../../../shared/failed.ts';
import { type Cost, costSchema, throttleWait } from './budget.ts';
import { type GraphqlError, graphqlErrors, hasCode } from './graphql-errors.ts';

/**
 * What became of one request that was sent once. `throttled`, `unauthorized`, `denied` and `not_sent` certainly had no
 * effect; `unclear` may have had one; a `bad_answer` says which.
 */
export type Attempt<Data> =
  | {
      readonly kind: 'answer';
      readonly data: Data;
      /** Top-level errors beside usable data, e.g. one denied field. */
      readonly errors: readonly GraphqlError[];
      readonly cost: Cost | null;
      readonly requestId: string | null;
    }
  | { readonly kind: 'throttled'; readonly waitMs: number }
  | { readonly kind: 'unauthorized'; readonly trouble: Trouble }
  | { readonly kind: 'denied'; readonly trouble: Trouble; readonly requiredAccess: string | null }
  | { readonly kind: 'not_sent'; readonly trouble: Trouble }
  | { readonly kind: 'unclear'; readonly trouble: Trouble }
  | {
      readonly kind: 'bad_answer';
      readonly trouble: Trouble;
      readonly effect: 'none' | 'possible';
      readonly errors: readonly GraphqlError[];
    };

/** What became of a request that brought no data at all. */
export type Unanswered = Exclude<Attempt<never>, { kind: 'answer' }>;

/** An answer with HTTP status 200 and a JSON body, before it is decoded. */
export interface Answer {
  readonly data: unknown;
  readonly errors: unknown;
  readonly cost: unknown;
  readonly requestId: string | null;
}

/** How long to wait when a 429 does not say: one second, as Shopify's own clients do. */
const DEFAULT_RETRY_AFTER_S = 1;

/**
 * What a status other than 200 means (https://shopify.dev/docs/api/usage/response-codes). Server errors may come after
 * the effect; anything else was turned away before it.
 */
export function attemptOfStatus(status: number, retryAfter: string | null, host: string): Unanswered {
  if (status === 429) return { kind: 'throttled', waitMs: retryAfterMs(retryAfter) };
  if (status >= 500) return { kind: 'unclear', trouble: { code: 'status', host, status } };
  switch (status) {
    case 401:
      return { kind: 'unauthorized', trouble: { code: 'token_refused', host } };
    case 403:
      return { kind: 'unauthorized', trouble: { code: 'app_refused', host } };
    case 402:
      return { kind: 'unauthorized', trouble: { code: 'frozen', host } };
    case 423:
      return { kind: 'unauthorized', trouble: { code: 'locked', host } };
    case 404:
      return turnedAway({ code: 'no_api', host });
    default:
      return turnedAway(
        status >= 300 && status < 400 ? { code: 'redirects', host } : { code: 'status', host, status },
      );
  }
}

const turnedAway = (trouble: Trouble): Unanswered => ({
  kind: 'bad_answer',
  effect: 'none',
  errors: [],
  trouble,
});

/** `Retry-After` is in seconds (Shopify sends decimals such as `2.0`). */
function retryAfterMs(header: string | null): number {
  const seconds = header === null ? Number.NaN : Number.parseFloat(header);
  return Math.ceil((Number.isFinite(seconds) && seconds >= 0 ? seconds : DEFAULT_RETRY_AFTER_S) * 1000);
}

/** Decodes an answer: throttling and denials first, since they come with status 200 too. */
export function attemptOfAnswer<Data>(
  answer: Answer,
  decoder: z.ZodType<Data>,
  { domain, operation }: { readonly domain: string; readonly operation: string },
): Attempt<Data> {
  const errors = graphqlErrors(answer.errors);
  const parsedCost = costSchema.safeParse(answer.cost);
  const cost = parsedCost.success ? parsedCost.data : null;
  if (hasCode(errors, 'THROTTLED'))
    return { kind: 'throttled', waitMs: cost ? throttleWait(cost) : DEFAULT_RETRY_AFTER_S * 1000 };
  const decoded = decoder.safeParse(answer.data);
  if (decoded.success)
    return { kind: 'answer', data: decoded.data, errors, cost, requestId: answer.requestId };
  return attemptWithoutData(errors, answer.data, domain, misfit(decoded.error, domain, operation));
}

function attemptWithoutData(
  errors: readonly GraphqlError[],
  data: unknown,
  host: string,
  misfitTrouble: Trouble,
): Attempt<never> {
  const [first] = errors;
  if (!first) return { kind: 'bad_answer', effect: 'possible', errors, trouble: misfitTrouble };
  const denied = errors.find(({ code }) => code === 'ACCESS_DENIED');
  if (denied)
    return {
      kind: 'denied',
      trouble: { code: 'denied', words: denied.message },
      requiredAccess: denied.requiredAccess,
    };
  const trouble: Trouble = { code: 'reports', host, words: first.message };
  if (hasCode(errors, 'SHOP_INACTIVE')) return { kind: 'unauthorized', trouble };
  if (hasCode(errors, 'INTERNAL_SERVER_ERROR') || hasCode(errors, 'TIMEOUT'))
    return { kind: 'unclear', trouble };
  // Without any data the operation was refused as a whole (syntax, cost) before it ran.
  const effect = data === undefined || data === null ? 'none' : 'possible';
  return { kind: 'bad_answer', effect, errors, trouble };
}

/** Names the field that does not fit and nothing of its value: answers hold personal data. */
const misfit = (error: z.ZodError, host: string, operation: string): Trouble => ({
  code: 'misfit',
  host,
  operation,
  ...firstIssue(error),
});
