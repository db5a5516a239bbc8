/** How a request that got no complete answer failed: whether the other side can have acted on it. */
export interface NetworkFailure {
  /** not_sent: no connection stood, so nothing can have taken effect · unclear: it may have. */
  readonly kind: 'not_sent' | 'unclear';
  /** What went wrong, for people: a clause without the host. */
  readonly reason: string;
}

const NO_CONNECTION: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'the connection was refused',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the host name could not be looked up',
  ENETUNREACH: 'the network cannot be reached',
  EHOSTUNREACH: 'the host cannot be reached',
  EADDRNOTAVAIL: 'this machine has no network address',
  UND_ERR_CONNECT_TIMEOUT: 'the connection could not be opened in time',
};
const BROKEN: Readonly<Record<string, string>> = {
  ECONNRESET: 'the connection was cut',
  EPIPE: 'the connection was cut',
  UND_ERR_SOCKET: 'the connection was cut',
  UND_ERR_HEADERS_TIMEOUT: 'no answer came in time',
  UND_ERR_BODY_TIMEOUT: 'the answer did not arrive in time',
};

/**
 * Classifies what `fetch` threw. Only failures before a connection stood (name look-up, refusal, certificate) prove
 * that nothing was sent; everything else, and what is not known here, is unclear.
 */
export function networkFailure(thrown: unknown): NetworkFailure {
  const codes = errorCodes(thrown);
  for (const code of codes) {
    const reason = NO_CONNECTION[code];
    if (reason) return { kind: 'not_sent', reason };
    if (isCertificateError(code))
      return { kind: 'not_sent', reason: `its certificate was not accepted (${code})` };
  }
  for (const code of codes) {
    const reason = BROKEN[code];
    if (reason) return { kind: 'unclear', reason };
  }
  if (thrown instanceof Error && thrown.name === 'TimeoutError')
    return { kind: 'unclear', reason: 'no answer came in time' };
  if (thrown instanceof Error && thrown.name === 'AbortError')
    return { kind: 'unclear', reason: 'it was broken off' };
  return { kind: 'unclear', reason: 'the connection failed' };
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
