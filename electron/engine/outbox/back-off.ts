const FIRST_MS = 1000;
const LONGEST_MS = 5 * 60 * 1000;

/**
 * How long to wait before try number `tries` + 1, ms: doubling from one second to five minutes, less up to half as
 * jitter, so that writes which failed together do not come back together.
 * @param random 0 ≤ x < 1
 */
export function backOff(tries: number, random: number): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(tries, 20));
  return Math.ceil(full * (1 - random / 2));
}
