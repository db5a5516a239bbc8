import { createAdminApiClient } from '@shopify/admin-api-client';
import type { Trouble } from '../../../shared/domain/trouble.ts';
import { failed } from '../../../shared/failed.ts';
import { networkFailure } from '../http/network-failure.ts';
import { serviceUrl } from '../http/service-url.ts';
import type { Clock, Http, Logger } from '../ports.ts';
import { type Attempt, attemptOfAnswer, attemptOfStatus } from './attempt.ts';
import { availableAt, type Budget, type Cost, costSchema, learnBudget } from './budget.ts';
import type { AdminDocument } from './documents/document.ts';
import { persist } from './persist.ts';
import { shopDomain } from './shop-domain.ts';

const API_VERSION = '2026-10';
const TIMEOUT_MS = 30_000;

interface RequestOptions {
  readonly signal?: AbortSignal | undefined;
}

/** One store's Admin API. */
export interface AdminClient {
  readonly domain: string;
  /**
   * Reads: waits out throttling, retries what is unclear, and decodes the answer.
   * @throws UnstuckError `offline`, `unauthorized`, `missing_scope`, `bad_answer` or `cancelled`
   */
  request<Variables extends object, Data>(
    document: AdminDocument<Variables, Data>,
    variables: Variables,
    options?: RequestOptions,
  ): Promise<{ readonly data: Data; readonly cost: Cost | null; readonly requestId: string | null }>;
  /** Sends once and says what became of it; for writes, which must not be repeated blindly. Never throws. */
  attempt<Variables extends object, Data>(
    document: AdminDocument<Variables, Data>,
    variables: Variables,
    options?: RequestOptions,
  ): Promise<Attempt<Data>>;
  /**
   * Fetches a file that the API named, without the token: its address is the permission. Only over https, or from the
   * loopback host that the API is on itself. Redirects are not followed.
   * @throws UnstuckError `bad_answer` for another address, `offline` where no answer comes, `cancelled`
   */
  download(url: string, headers: Readonly<Record<string, string>>, signal?: AbortSignal): Promise<Response>;
  /** The token bucket as expected now; null before the first answer. */
  bucket(): { readonly available: number; readonly maximum: number; readonly restoreRate: number } | null;
}

export interface AdminClientOptions {
  /** The store's domain, e.g. `atelier-nord.myshopify.com`. */
  readonly domain: string;
  /** Replaces `https://<domain>`; http on this machine only. */
  readonly endpoint?: string | null;
  readonly token: string;
  readonly http: Http;
  readonly clock: Clock;
  readonly logger: Logger;
  /** 0 ≤ x < 1, for the jitter of waits. */
  readonly random?: () => number;
  /** How long one request may take, ms. */
  readonly timeoutMs?: number;
}

/** @throws UnstuckError `bad_input` naming `domain`, `endpoint` or `token` */
export function createAdminClient(options: AdminClientOptions): AdminClient {
  const { http, clock, logger, random = Math.random, timeoutMs = TIMEOUT_MS } = options;
  const domain = shopDomain(options.domain);
  const base = options.endpoint ? serviceUrl(options.endpoint, 'endpoint') : `https://${domain}`;
  const token = options.token.trim();
  if (!token) throw failed('bad_input', { code: 'token_empty' }, { meta: { field: 'token' } });

  // The library turns what `fetch` throws into text; the original says whether the request was sent.
  const thrown = new WeakMap<AbortSignal, unknown>();
  const api = createAdminApiClient({
    storeDomain: domain,
    apiVersion: API_VERSION,
    accessToken: token,
    retries: 0,
    logger: ({ type }) => logger.debug('shopify.client', { domain, type }),
    customFetchApi: async (url, init) => {
      try {
        // A redirect would carry the token to another host.
        return await http(base + new URL(url).pathname, { ...init, redirect: 'manual' });
      } catch (error) {
        if (init?.signal) thrown.set(init.signal, error);
        throw error;
      }
    },
  });
  let budget: Budget | null = null;

  const attempt: AdminClient['attempt'] = async (document, variables, { signal } = {}) => {
    if (signal?.aborted) return { kind: 'not_sent', trouble: { code: 'not_sent' } };
    const timeout = AbortSignal.timeout(timeoutMs);
    const own = signal ? AbortSignal.any([signal, timeout]) : timeout;
    const { data, extensions, errors, headers } = await api.request<unknown>(document.text, {
      variables: { ...variables },
      signal: own,
    });
    const status = errors?.networkStatusCode ?? 200;
    if (thrown.has(own)) {
      const { kind, how, detail } = networkFailure(thrown.get(own));
      return { kind, trouble: { code: 'unreachable', host: domain, how, detail } };
    }
    if (status !== 200)
      return attemptOfStatus(status, errors?.response?.headers.get('Retry-After') ?? null, domain);
    if (!headers) return { kind: 'unclear', trouble: unreadable(errors?.response ?? null, domain) };
    const cost = costSchema.safeParse(extensions?.cost);
    if (cost.success) budget = learnBudget(cost.data, clock.now());
    return attemptOfAnswer(
      { data, errors: errors?.graphQLErrors, cost: extensions?.cost, requestId: headers.get('X-Request-Id') },
      document.answer,
      { domain, operation: document.name },
    );
  };

  return {
    domain,
    attempt,
    request: (document, variables, { signal } = {}) =>
      persist(() => attempt(document, variables, { signal }), { domain, clock, random, logger, signal }),
    download: async (url, headers, signal) => {
      const target = URL.parse(url);
      if (target?.protocol !== 'https:' && target?.host !== new URL(base).host)
        throw failed('bad_answer', {
          code: 'unexpected_answer',
          trouble: {
            code: 'misfit',
            host: domain,
            operation: 'BulkOperationState',
            field: 'url',
            problem: 'expected an https address',
          },
        });
      // Until the head is there: a file of gigabytes may take its time.
      const timeout = new AbortController();
      const timer = setTimeout(() => timeout.abort(), timeoutMs);
      try {
        const aborts = signal ? AbortSignal.any([signal, timeout.signal]) : timeout.signal;
        return await http(url, { headers, redirect: 'manual', signal: aborts });
      } catch (error) {
        if (signal?.aborted) throw failed('cancelled', { code: 'reading_cancelled', host: domain });
        const { how, detail } = networkFailure(error);
        throw failed(
          'offline',
          {
            code: 'offline',
            trouble: {
              code: 'unreachable',
              host: target?.host ?? domain,
              how: timeout.signal.aborted ? 'no_answer' : how,
              detail,
            },
          },
          { retryable: true },
        );
      } finally {
        clearTimeout(timer);
      }
    },
    bucket: () =>
      budget && {
        available: availableAt(budget, clock.now()),
        maximum: budget.maximum,
        restoreRate: budget.restoreRate,
      },
  };
}

/** What came instead of an answer: something else altogether, or half of one. */
function unreadable(response: Response | null, host: string): Trouble {
  const type = response?.headers.get('Content-Type')?.split(';', 1)[0]?.trim().toLowerCase() ?? null;
  return response === null || type === 'application/json'
    ? { code: 'cut_off', host }
    : { code: 'not_json', host, type };
}
