import type { z } from 'zod';
import { type Cost, costSchema, throttleWait } from './budget.ts';
import { type GraphqlError, graphqlErrors, hasCode } from './graphql-errors.ts';

/**
 * What became of one request that was sent once. `throttled`, `unauthorized`, `denied` and `not_sent` certainly had no
 * effect; `unclear` may have had one; a `bad_answer` says which. Messages are clauses for people.
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
  | { readonly kind: 'unauthorized'; readonly message: string }
  | { readonly kind: 'denied'; readonly message: string; readonly requiredAccess: string | null }
  | { readonly kind: 'not_sent'; readonly message: string }
  | { readonly kind: 'unclear'; readonly message: string }
  | {
      readonly kind: 'bad_answer';
      readonly message: string;
      readonly effect: 'none' | 'possible';
      readonly errors: readonly GraphqlError[];
    };

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
export function attemptOfStatus(status: number, retryAfter: string | null, domain: string): Attempt<never> {
  if (status === 429) return { kind: 'throttled', waitMs: retryAfterMs(retryAfter) };
  if (status >= 500) return { kind: 'unclear', message: `${domain} answered with status ${status}` };
  const turnedAway = (message: string): Attempt<never> => ({
    kind: 'bad_answer',
    effect: 'none',
    errors: [],
    message,
  });
  switch (status) {
    case 401:
      return { kind: 'unauthorized', message: `${domain} refused the access token` };
    case 403:
      return {
        kind: 'unauthorized',
        message: `${domain} refuses this app: the token or the app may be revoked`,
      };
    case 402:
      return { kind: 'unauthorized', message: `${domain} is frozen until its plan is paid` };
    case 423:
      return { kind: 'unauthorized', message: `${domain} is locked by Shopify` };
    case 404:
      return turnedAway(`${domain} has no Admin API at this address; check the domain`);
    default:
      return status >= 300 && status < 400
        ? turnedAway(`${domain} redirects elsewhere; use the store’s …myshopify.com domain`)
        : turnedAway(`${domain} answered with status ${status}`);
  }
}

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
  domain: string,
  misfitMessage: string,
): Attempt<never> {
  const [first] = errors;
  if (!first) return { kind: 'bad_answer', effect: 'possible', errors, message: misfitMessage };
  const denied = errors.find(({ code }) => code === 'ACCESS_DENIED');
  if (denied) return { kind: 'denied', message: denied.message, requiredAccess: denied.requiredAccess };
  if (hasCode(errors, 'SHOP_INACTIVE'))
    return { kind: 'unauthorized', message: `${domain} reports: ${first.message}` };
  if (hasCode(errors, 'INTERNAL_SERVER_ERROR') || hasCode(errors, 'TIMEOUT'))
    return { kind: 'unclear', message: `${domain} reports: ${first.message}` };
  // Without any data the operation was refused as a whole (syntax, cost) before it ran.
  const effect = data === undefined || data === null ? 'none' : 'possible';
  return { kind: 'bad_answer', effect, errors, message: `${domain} reports: ${first.message}` };
}

/** Names the field that does not fit and nothing of its value: answers hold personal data. */
function misfit(error: z.ZodError, domain: string, operation: string): string {
  const [issue] = error.issues;
  const field = issue?.path.map(String).join('.') ?? '';
  const where = field ? `, field “${field}”` : '';
  return `the answer of ${domain} to ${operation} does not fit its type${where}: ${issue?.message ?? 'unreadable'}`;
}
