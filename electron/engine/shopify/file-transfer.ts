import { failed } from '../../../shared/failed.ts';
import { networkFailure } from '../http/network-failure.ts';
import type { Http } from '../ports.ts';

/** Files that the API names, fetched and sent without the token: their address is the permission. */
export interface FileTransfer {
  /**
   * Fetches a file. Only over https, or from the loopback host that the API is on itself. Redirects are not followed.
   * @throws UnstuckError `bad_answer` for another address, `offline` where no answer comes, `cancelled`
   */
  download(url: string, headers: Readonly<Record<string, string>>, signal?: AbortSignal): Promise<Response>;
  /** Sends a form with a file to an address of the same kinds. @throws UnstuckError as `download` */
  upload(url: string, form: FormData, signal?: AbortSignal): Promise<Response>;
}

/** @param base the API's own address, `https://…` or on the loopback */
export function createFileTransfer(options: {
  readonly http: Http;
  readonly domain: string;
  readonly base: string;
  readonly timeoutMs: number;
}): FileTransfer {
  const { http, domain, base, timeoutMs } = options;

  async function transfer(
    url: string,
    init: RequestInit,
    signal: AbortSignal | undefined,
  ): Promise<Response> {
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
      return await http(url, { ...init, redirect: 'manual', signal: aborts });
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
  }

  return {
    download: (url, headers, signal) => transfer(url, { headers }, signal),
    upload: (url, body, signal) => transfer(url, { method: 'POST', body }, signal),
  };
}
