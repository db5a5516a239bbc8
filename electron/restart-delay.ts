import type { Millis } from '../shared/domain/order.ts';

const WINDOW: Millis = 60_000;
/** So many ends within a minute are no accident: another try would only end the same way. */
const LIMIT = 6;

/**
 * How long to wait before the engine is started again: a quarter of a second after the first crash of a minute, doubled
 * with each further one; null when it crashed too often to go on by itself.
 * @param crashes when it ended before, this time included
 */
export function restartDelay(crashes: readonly Millis[], now: Millis): Millis | null {
  const recent = crashes.filter((at) => now - at < WINDOW).length;
  return recent >= LIMIT ? null : 250 * 2 ** Math.max(recent - 1, 0);
}
