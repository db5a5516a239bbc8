import type { z } from 'zod';
import type { Failure } from '../../../shared/domain/failure.ts';
import { UnstuckError } from '../../../shared/errors.ts';
import { failed, firstIssue } from '../../../shared/failed.ts';
import { networkFailure } from '../http/network-failure.ts';
import { serviceUrl } from '../http/service-url.ts';
import type { Clock, Http } from '../ports.ts';
import type { PlatformReader, ProductStock } from '../shopify/store-api.ts';
import { listInventoriesAnswer, listOrdersAnswer, listProductsAnswer, refusal } from './bigblue-answers.ts';
import { createRateLimiter, type RateLimiter } from './rate-limiter.ts';

const SERVICE = 'bigblue.storeapi.v1.PublicAPI';
/** Documented: 200 requests per minute over all methods. */
const LIMIT = { most: 200, windowMs: 60_000 } as const;
/** Assumed maximum. */
const PAGE_SIZE = 100;
const TIMEOUT_MS = 30_000;
const TRIES = 4;
const BACK_OFF_MS = 500;
const MAX_PAGES = 100_000;

export interface BigblueOptions {
  /** Base address, normally https://api.bigblue.co; http on this machine only. */
  readonly endpoint: string;
  readonly key: string;
  readonly http: Http;
  readonly clock: Clock;
  /** Stores of one Bigblue account share its limit; by default this reader has its own. */
  readonly limiter?: RateLimiter;
}

interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

/**
 * Reads orders, products and stock of one Bigblue store. Everything read here is idempotent, so unclear outcomes are retried.
 * @throws UnstuckError `bad_input` naming `platform-endpoint` or `platform-key`
 */
export function createBigblueReader(options: BigblueOptions): PlatformReader {
  const { http, clock } = options;
  const base = serviceUrl(options.endpoint, 'platform-endpoint');
  const host = new URL(base).host;
  const key = options.key.trim();
  if (!key) throw failed('bad_input', { code: 'platform_key_empty' }, { meta: { field: 'platform-key' } });
  const limiter = options.limiter ?? createRateLimiter(clock, LIMIT);

  async function call<T>(
    method: string,
    request: object,
    decoder: z.ZodType<T>,
    signal?: AbortSignal,
  ): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      await limiter.turn(signal);
      if (signal?.aborted) throw failed('cancelled', { code: 'reading_cancelled', host });
      const outcome = await send(method, request, signal);
      if (outcome.kind === 'answer') return decode(outcome.body, decoder, method);
      if (!outcome.retry || tries >= TRIES) throw outcome.error;
      await clock.sleep(outcome.waitMs ?? BACK_OFF_MS * 2 ** (tries - 1), signal);
    }
  }

  async function send(method: string, request: object, signal?: AbortSignal): Promise<Outcome> {
    const timeout = AbortSignal.timeout(TIMEOUT_MS);
    let response: Response;
    let text: string;
    try {
      response = await http(`${base}/${SERVICE}/${method}`, {
        method: 'POST',
        headers: {
          Authorization: `Bearer ${key}`,
          'Content-Type': 'application/json',
          Accept: 'application/json',
        },
        body: JSON.stringify(request),
        redirect: 'manual',
        signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      });
      text = await response.text();
    } catch (error) {
      const { kind, how, detail } = networkFailure(error);
      return {
        kind: 'failed',
        retry: kind === 'unclear',
        waitMs: null,
        error: offline({ code: 'platform_unreachable', host, how, detail }),
      };
    }
    if (response.status !== 200) return refused(response, text);
    const body = parseJson(text);
    if (body !== undefined) return { kind: 'answer', body };
    const error = failed('bad_answer', { code: 'platform_not_json', host, method });
    return { kind: 'failed', retry: true, waitMs: null, error };
  }

  function refused(response: Response, text: string): Outcome {
    const parsed = refusal.safeParse(parseJson(text));
    const words = parsed.success ? `${parsed.data.code}: ${parsed.data.msg}` : `status ${response.status}`;
    const outcome = (error: UnstuckError, retry = false, waitMs: number | null = null): Outcome => ({
      kind: 'failed',
      retry,
      waitMs,
      error,
    });
    if (
      response.status === 401 ||
      response.status === 403 ||
      (parsed.success && parsed.data.code === 'unauthenticated')
    )
      return outcome(failed('unauthorized', { code: 'platform_key_refused', host, words }));
    if (response.status === 429) {
      const seconds = Number.parseFloat(response.headers.get('Retry-After') ?? '');
      return outcome(
        offline({ code: 'platform_limits', host }),
        true,
        Number.isFinite(seconds) ? Math.ceil(seconds * 1000) : null,
      );
    }
    if (response.status >= 500)
      return outcome(offline({ code: 'platform_status', host, status: response.status }), true);
    return outcome(failed('bad_answer', { code: 'platform_refused', host, words }));
  }

  function offline(said: Failure): UnstuckError {
    return failed('offline', said, { retryable: true });
  }

  function decode<T>(body: unknown, decoder: z.ZodType<T>, method: string): T {
    const decoded = decoder.safeParse(body);
    if (decoded.success) return decoded.data;
    throw failed('bad_answer', { code: 'platform_misfit', host, method, ...firstIssue(decoded.error) });
  }

  async function all<T>(
    method: string,
    decoder: z.ZodType<Page<T>>,
    signal?: AbortSignal,
  ): Promise<readonly T[]> {
    const items: T[] = [];
    let token: string | null = null;
    for (let pages = 0; pages < MAX_PAGES; pages += 1) {
      const request: object = { page_size: PAGE_SIZE, ...(token === null ? {} : { page_token: token }) };
      const page: Page<T> = await call(method, request, decoder, signal);
      items.push(...page.items);
      if (page.next === null) return items;
      if (page.next === token) break;
      token = page.next;
    }
    throw failed('bad_answer', { code: 'platform_endless', host, method });
  }

  return {
    orders: (signal) => all('ListOrders', listOrdersAnswer, signal),
    products: (signal) => all('ListProducts', listProductsAnswer, signal),
    async stock(signal) {
      try {
        return summed(await all('ListInventories', listInventoriesAnswer, signal));
      } catch (error) {
        // What is only evidence keeps nobody from reading the orders.
        if (error instanceof UnstuckError && error.code === 'bad_answer') return null;
        throw error;
      }
    },
  };
}

/** Assumed: a product that several warehouses have is listed once for each. */
function summed(inventories: readonly ProductStock[]): readonly ProductStock[] {
  const available = new Map<string, number>();
  for (const one of inventories)
    available.set(one.product, (available.get(one.product) ?? 0) + one.available);
  return [...available].map(([product, left]) => ({ product, available: left }));
}

type Outcome =
  | { readonly kind: 'answer'; readonly body: unknown }
  | {
      readonly kind: 'failed';
      readonly retry: boolean;
      /** What the platform asks to wait, ms; null: back off. */
      readonly waitMs: number | null;
      readonly error: UnstuckError;
    };

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
