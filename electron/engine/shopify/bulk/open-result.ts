import { failed } from '../../../../shared/failed.ts';
import type { AdminClient } from '../client.ts';
import type { BulkReader } from '../store-api.ts';

/**
 * The result of a bulk operation from byte `from` on. Its link ends after seven days.
 * @throws UnstuckError `offline` or `bad_answer` where the file does not come
 */
export async function openResult(
  client: Pick<AdminClient, 'domain' | 'files'>,
  url: string,
  from: number,
  signal?: AbortSignal,
): ReturnType<BulkReader['open']> {
  const response = await client.files.download(
    url,
    // Bytes are counted in what arrives, so nothing may be packed on its way.
    { 'Accept-Encoding': 'identity', ...(from > 0 ? { Range: `bytes=${from}-` } : {}) },
    signal,
  );
  const { status, body } = response;
  if (status !== 200 && status !== 206) await body?.cancel();
  if (status === 416) return { kind: 'past_end' };
  if (status === 403 || status === 404 || status === 410) return { kind: 'expired' };
  if ((status !== 200 && status !== 206) || !body)
    throw failed(
      status >= 500 || status === 429 ? 'offline' : 'bad_answer',
      { code: 'unexpected_answer', trouble: { code: 'status', host: client.domain, status } },
      { retryable: true },
    );
  return { kind: 'open', from: status === 206 ? from : 0, chunks: body };
}
