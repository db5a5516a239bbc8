import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { SessionState } from './engine-channel.ts';

/**
 * Who may talk to the engine. A token travels in an address's fragment, which browsers send to nobody; it buys one
 * session and is used up. Sessions live until the host ends. Only hashes are kept.
 */
export class Sessions {
  readonly #tokens: Set<string>;
  readonly #sessions: Set<string>;
  readonly #onChange: (state: SessionState) => void;

  /** @param known of an engine that served the same browsers before */
  constructor(
    known: SessionState = { tokens: [], sessions: [] },
    onChange: (state: SessionState) => void = () => undefined,
  ) {
    this.#tokens = new Set(known.tokens);
    this.#sessions = new Set(known.sessions);
    this.#onChange = onChange;
  }

  /** A token that buys one session. */
  newToken(): string {
    const token = randomBytes(32).toString('base64url');
    this.#tokens.add(digest(token));
    this.#tell();
    return token;
  }

  /** The session bought with `token`, or null when the token is unknown or already used. */
  exchange(token: string): string | null {
    const known = find(this.#tokens, digest(token));
    if (known === null) return null;
    this.#tokens.delete(known);
    const session = randomBytes(32).toString('base64url');
    this.#sessions.add(digest(session));
    this.#tell();
    return session;
  }

  has(session: string | null): boolean {
    return session !== null && find(this.#sessions, digest(session)) !== null;
  }

  #tell(): void {
    this.#onChange({ tokens: [...this.#tokens], sessions: [...this.#sessions] });
  }
}

const digest = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** Compares with every member, each in constant time, so that an answer's delay tells nothing. */
function find(members: ReadonlySet<string>, wanted: string): string | null {
  let found: string | null = null;
  for (const member of members) {
    if (timingSafeEqual(Buffer.from(member), Buffer.from(wanted))) found = member;
  }
  return found;
}
