import { createHash } from 'node:crypto';

/** What of a write is sealed with its run: never to be another than what was committed. */
interface SealedWrite {
  readonly id: number;
  readonly store: string;
  /** As it was committed, in the text that the journal keeps. */
  readonly op: string;
  /** Gids, A to Z. */
  readonly orders: readonly string[];
}

/** SHA-256, as hex digits, over a run's writes in their order: one line of the audit trail vouches for all of them. */
export function createRunDigest(): { add(write: SealedWrite): void; result(): string } {
  const sum = createHash('sha256');
  return {
    add: ({ id, store, op, orders }) => void sum.update(`${id}\n${store}\n${op}\n${orders.join(' ')}\n`),
    result: () => sum.digest('hex'),
  };
}
