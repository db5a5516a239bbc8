import { createAdminApiClient } from '@shopify/admin-api-client';
import type { Trouble } from '../../../shared/domain/trouble.ts';
import { failed } from '../../../shared/failed.ts';
import { networkFailure } from '../http/network-failure.ts';
import { serviceUrl } from '../http/service-url.ts';
import type { Clock, Http, Logger } from '../ports.ts';
import { type Answer, type Attempt, attemptOfAnswer, attemptOfStatus, type Unanswered } from './attempt.ts';
import { type Cost, costSchema } from './budget.ts';
import type { AdminDocument } from './documents/document.ts';
import { createFileTransfer, type FileTransfer } from './file-transfer.ts';
import { persist } from './persist.ts';
import { shopDomain } from './shop-domain.ts';
import { createStoreBudget, type StoreBudget } from './store-budget.ts';
import { compose, type Operation, partOf } from './together/compose.ts';

const API_VERSION = '2026-10';
const TIMEOUT_MS = 30_000;
/** Points of a read whose like was never answered. */
const READ_GUESS = 10;

interface RequestOptions {
  readonly signal?: AbortSignal | undefined;
}

/** What came of one operation, once it is told how to decode its answer. */
export type Reading = <Data>(document: Pick<AdminDocument<never, Data>, 'name' | 'answer'>) => Attempt<Data>;

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
   * Sends operations of one kind, reads or mutations, in one request, and says what became of each, in their order. Where
   * no answer came, the same became of all. Never throws.
   */
  exchange(operations: readonly Operation[], options?: RequestOptions): Promise<readonly Reading[]>;
  /** Results of bulk operations, and what is uploaded for them. */
  readonly files: FileTransfer;
  /** The store's query points, as its answers tell. */
  readonly budget: StoreBudget;
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
  /** Where others spend points of the same store too; left out: a budget of its own. */
  readonly budget?: StoreBudget;
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
  const budget = options.budget ?? createStoreBudget(clock);

  type Posted = { readonly kind: 'answered'; readonly answer: Answer } | Unanswered;

  async function post(text: string, variables: object, { signal }: RequestOptions): Promise<Posted> {
    if (signal?.aborted) return { kind: 'not_sent', trouble: { code: 'not_sent' } };
    const timeout = AbortSignal.timeout(timeoutMs);
    const own = signal ? AbortSignal.any([signal, timeout]) : timeout;
    const { data, extensions, errors, headers } = await api.request<unknown>(text, {
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
    if (cost.success) budget.learn(cost.data);
    const requestId = headers.get('X-Request-Id');
    return {
      kind: 'answered',
      answer: { data, errors: errors?.graphQLErrors, cost: extensions?.cost, requestId },
    };
  }

  const attempt: AdminClient['attempt'] = async (document, variables, given = {}) => {
    const posted = await post(document.text, variables, given);
    return posted.kind === 'answered'
      ? attemptOfAnswer(posted.answer, document.answer, { domain, operation: document.name })
      : posted;
  };

  const learned = new Map<string, number>();

  /** A read takes its turn among those who spend the store's points. */
  async function admitted<Variables extends object, Data>(
    document: AdminDocument<Variables, Data>,
    variables: Variables,
    signal: AbortSignal | undefined,
  ): Promise<Attempt<Data>> {
    const points = learned.get(document.name) ?? READ_GUESS;
    const grant = await budget.admitRead(points, signal);
    try {
      const outcome = await attempt(document, variables, { signal });
      if (outcome.kind === 'answer' && outcome.cost)
        learned.set(document.name, outcome.cost.requestedQueryCost);
      return outcome;
    } finally {
      grant.release();
    }
  }

  return {
    domain,
    budget,
    attempt,
    exchange: async (operations, given = {}) => {
      const [first, ...more] = operations;
      if (!first) return [];
      const together = more.length > 0 ? compose(operations) : null;
      const { text, variables } = together ?? { text: first.document.text, variables: first.variables };
      const posted = await post(text, variables, given);
      return operations.map((operation, at): Reading => {
        if (posted.kind !== 'answered') return () => posted;
        const answer = together ? partOf(posted.answer, operation, at) : posted.answer;
        return (document) => attemptOfAnswer(answer, document.answer, { domain, operation: document.name });
      });
    },
    request: (document, variables, { signal } = {}) =>
      persist(() => admitted(document, variables, signal), { domain, clock, random, logger, signal }),
    files: createFileTransfer({ http, domain, base, timeoutMs }),
  };
}

/** What came instead of an answer: something else altogether, or half of one. */
function unreadable(response: Response | null, host: string): Trouble {
  const type = response?.headers.get('Content-Type')?.split(';', 1)[0]?.trim().toLowerCase() ?? null;
  return response === null || type === 'application/json'
    ? { code: 'cut_off', host }
    : { code: 'not_json', host, type };
}
