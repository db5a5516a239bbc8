import type { Millis } from '../../../shared/domain/order.ts';

/** How long a store rests after a sync that went well: a board this old at most, without polling for nothing. */
const REST_MS = 60_000;
/** The same for a store that an agent is looking at. */
const REST_IN_VIEW_MS = 20_000;
const FIRST_RETRY_MS = 5_000;
const LONGEST_RETRY_MS = 15 * 60_000;
/** From so many failures in a row on the store is left alone but for one attempt at a time, far apart. */
const OPENS_AT = 5;
/** Each rest is up to this much longer, so that stores that failed together do not come back together. */
const JITTER = 0.25;
/** No store rests longer, ms; what is due later than that was reckoned on another clock. */
export const LONGEST_REST_MS = LONGEST_RETRY_MS * (1 + JITTER);

/** How the last sync of a store went. */
export interface LastSync {
  /** refused: its token; null: it went well. */
  readonly failure: 'refused' | 'failed' | null;
  /** Failures in a row, this one included. */
  readonly failures: number;
  readonly inView: boolean;
}

/**
 * How long a store rests after a sync, ms; `never`: until somebody reconnects it, since a token that was refused stays
 * refused. Failures double the rest from 5 s; from the fifth on the circuit is open and one attempt in a quarter of an
 * hour tells whether it can close.
 * @param random 0 ≤ x < 1
 */
export function restAfter({ failure, failures, inView }: LastSync, random: number): Millis | 'never' {
  const jittered = (ms: number): number => Math.round(ms * (1 + JITTER * random));
  if (failure === null) return jittered(inView ? REST_IN_VIEW_MS : REST_MS);
  if (failure === 'refused') return 'never';
  if (failures >= OPENS_AT) return jittered(LONGEST_RETRY_MS);
  return jittered(FIRST_RETRY_MS * 2 ** (failures - 1));
}
