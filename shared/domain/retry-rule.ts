import { z } from 'zod';
import type { Trouble } from './trouble.ts';

/**
 * What makes a write be tried again by itself: the store throttles it · nobody answers · the store answers with a fault of
 * its own (5xx) · it answers with something else than an answer · what was read just before is already out of date · a
 * fault of ours.
 */
export const RETRY_TROUBLES = ['throttled', 'network', 'server', 'answer', 'stale', 'unexpected'] as const;
export type RetryTrouble = (typeof RETRY_TROUBLES)[number];

/** How often in a row, and for how long (ms), a kind of trouble is tried again by itself; null: without end. */
export const retryRuleSchema = z.strictObject({
  most: z.int().min(1).max(1000).nullable(),
  withinMs: z
    .int()
    .min(60_000)
    .max(30 * 24 * 3_600_000)
    .nullable(),
});
export type RetryRule = Readonly<z.infer<typeof retryRuleSchema>>;

export type RetryRules = Readonly<Record<RetryTrouble, RetryRule>>;

/**
 * An outage or a train ride ends no write; a store that is there and keeps failing on one write does, visibly, before it
 * is tried for ever.
 */
export const DEFAULT_RETRY_RULES: RetryRules = {
  throttled: { most: null, withinMs: null },
  network: { most: null, withinMs: null },
  server: { most: null, withinMs: 3 * 24 * 3_600_000 },
  answer: { most: 8, withinMs: null },
  stale: { most: 8, withinMs: null },
  unexpected: { most: 8, withinMs: null },
};

/** A write's tries that came to nothing, in a row and for one kind of trouble. `most`: null: without end. */
export const writeTriesSchema = z.object({
  trouble: z.enum(RETRY_TROUBLES),
  tries: z.int(),
  most: z.int().nullable(),
});

/** Which rule a request goes by that brought no usable answer. */
export function retryTroubleOf(trouble: Trouble, isAnswered: boolean): RetryTrouble {
  if (trouble.code === 'status' && trouble.status >= 500) return 'server';
  return isAnswered ? 'answer' : 'network';
}
