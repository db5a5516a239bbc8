import type { Millis } from '../../../shared/domain/order.ts';

/** A moment in UTC as reports write it: `2026-11-24 08:14`. */
export function minute(at: Millis): string {
  return new Date(at).toISOString().slice(0, 16).replace('T', ' ');
}
