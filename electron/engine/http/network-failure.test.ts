import { describe, expect, it } from 'vitest';
import { networkFailure } from './network-failure.ts';

const fetchFailed = (code: string) =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });

describe('a request without an answer', () => {
  it.each([
    'ECONNREFUSED',
    'ENOTFOUND',
    'EAI_AGAIN',
    'ENETUNREACH',
    'UND_ERR_CONNECT_TIMEOUT',
    'CERT_HAS_EXPIRED',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'ERR_TLS_CERT_ALTNAME_INVALID',
  ])('was certainly not sent after %s', (code) => {
    expect(networkFailure(fetchFailed(code)).kind).toBe('not_sent');
  });

  it.each([
    'ECONNRESET',
    'EPIPE',
    'UND_ERR_SOCKET',
    'UND_ERR_HEADERS_TIMEOUT',
    'UND_ERR_BODY_TIMEOUT',
    'ESOMETHINGNEW',
  ])('may have been acted on after %s', (code) => {
    expect(networkFailure(fetchFailed(code)).kind).toBe('unclear');
  });

  it('may have been acted on whatever else is thrown', () => {
    for (const thrown of [undefined, 'text', new Error('?'), AbortSignal.abort().reason])
      expect(networkFailure(thrown).kind).toBe('unclear');
  });
});
