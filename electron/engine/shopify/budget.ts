import { z } from 'zod';
import type { Millis } from '../../../shared/domain/order.ts';

/**
 * What one request cost and what is left, as `extensions.cost` says
 * (https://shopify.dev/docs/api/usage/limits). Points; `restoreRate` is points per second.
 */
export const costSchema = z.object({
  requestedQueryCost: z.number().min(0),
  actualQueryCost: z.number().min(0).nullish(),
  throttleStatus: z.object({
    maximumAvailable: z.number().positive(),
    currentlyAvailable: z.number(),
    restoreRate: z.number().positive(),
  }),
});
export type Cost = Readonly<z.infer<typeof costSchema>>;

/** A store's token bucket as last heard: `available` points at `at` (UTC ms), refilled at `restoreRate` per second. */
export interface Budget {
  readonly maximum: number;
  readonly available: number;
  readonly restoreRate: number;
  readonly at: Millis;
}

/** What an answer at `now` says about the bucket. Nothing about its size is assumed: plans differ. */
export function learnBudget({ throttleStatus }: Cost, now: Millis): Budget {
  return {
    maximum: throttleStatus.maximumAvailable,
    available: throttleStatus.currentlyAvailable,
    restoreRate: throttleStatus.restoreRate,
    at: now,
  };
}

/** Points expected to be there at `now`; a clock that went backwards restores nothing. */
export function availableAt(budget: Budget, now: Millis): number {
  const restored = (Math.max(0, now - budget.at) / 1000) * budget.restoreRate;
  return Math.min(budget.maximum, budget.available + restored);
}

/**
 * Milliseconds until a request of `cost` points fits, from what a throttled answer said: the shortfall over the
 * restore rate; 0 when it fits now. A cost above the bucket's size waits for a full bucket.
 */
export function throttleWait({ requestedQueryCost, throttleStatus }: Cost): number {
  const wanted = Math.min(requestedQueryCost, throttleStatus.maximumAvailable);
  const missing = wanted - throttleStatus.currentlyAvailable;
  return Math.ceil((Math.max(0, missing) / throttleStatus.restoreRate) * 1000);
}

/** Points that one request took: the actual cost, or the requested one where the answer does not say. */
export function pointsTaken(cost: Cost | null): number {
  return cost?.actualQueryCost ?? cost?.requestedQueryCost ?? 0;
}
