/** Milliseconds until a view that crashed is tried again: doubling from two seconds to a minute. */
export function retryDelay(attempt: number): number {
  return Math.min(2_000 * 2 ** attempt, 60_000);
}

/** The same once data has moved: at once the first time, later so slowly that a busy sync does not make it flicker. */
export function movedDelay(attempt: number): number {
  return Math.min(500 * attempt, retryDelay(attempt));
}
