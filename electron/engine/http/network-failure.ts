import type { NetworkTrouble } from '../../../shared/domain/trouble.ts';

/** How a request that got no complete answer failed: whether the other side can have acted on it. */
export interface NetworkFailure {
  /** not_sent: no connection stood, so nothing can have taken effect · unclear: it may have. */
  readonly kind: 'not_sent' | 'unclear';
  readonly how: NetworkTrouble;
  /** The certificate's error code; null: it was not the certificate. */
  readonly detail: string | null;
}

const NO_CONNECTION: Readonly<Record<string, NetworkTrouble>> = {
  ECONNREFUSED: 'refused',
  ENOTFOUND: 'no_such_host',
  EAI_AGAIN: 'no_lookup',
  ENETUNREACH: 'no_network',
  EHOSTUNREACH: 'no_route',
  EADDRNOTAVAIL: 'no_address',
  UND_ERR_CONNECT_TIMEOUT: 'connect_timeout',
};
const BROKEN: Readonly<Record<string, NetworkTrouble>> = {
  ECONNRESET: 'cut',
  EPIPE: 'cut',
  UND_ERR_SOCKET: 'cut',
  UND_ERR_HEADERS_TIMEOUT: 'no_answer',
  UND_ERR_BODY_TIMEOUT: 'slow_answer',
};

/**
 * Classifies what `fetch` threw. Only failures before a connection stood (name look-up, refusal, certificate) prove
 * that nothing was sent; everything else, and what is not known here, is unclear.
 */
export function networkFailure(thrown: unknown): NetworkFailure {
  const codes = errorCodes(thrown);
  for (const code of codes) {
    const how = NO_CONNECTION[code];
    if (how) return { kind: 'not_sent', how, detail: null };
    if (isCertificateError(code)) return { kind: 'not_sent', how: 'certificate', detail: code };
  }
  for (const code of codes) {
    const how = BROKEN[code];
    if (how) return { kind: 'unclear', how, detail: null };
  }
  return { kind: 'unclear', how: byName(thrown), detail: null };
}

function byName(thrown: unknown): NetworkTrouble {
  if (thrown instanceof Error && thrown.name === 'TimeoutError') return 'no_answer';
  return thrown instanceof Error && thrown.name === 'AbortError' ? 'broken_off' : 'failed';
}

/** `code` of the error and of its causes, outermost first; `fetch` hides the real one in `cause`. */
function errorCodes(thrown: unknown): readonly string[] {
  const codes: string[] = [];
  let error: unknown = thrown;
  for (let depth = 0; depth < 5 && error instanceof Error; depth += 1) {
    if ('code' in error && typeof error.code === 'string') codes.push(error.code);
    error = error.cause;
  }
  return codes;
}

function isCertificateError(code: string): boolean {
  return (
    code.startsWith('CERT_') ||
    code.startsWith('ERR_TLS_CERT') ||
    code.startsWith('UNABLE_TO_') ||
    code.includes('SELF_SIGNED_CERT')
  );
}
