/** Lines a second taken for granted of a store that has run none yet: a mutation takes Shopify some 30 ms. */
const FIRST_GUESS_PER_S = 30;
/** Upload, start, waiting in Shopify's queue, and the last look, s. */
const OVERHEAD_S = 15;
/** Fewer are not worth the machinery, however slow the store. */
export const FEWEST_LINES = 200;

/** What is known of the store. Points, points per second, lines per second; null: not yet. */
export interface BulkOutlook {
  readonly writes: number;
  /** Points of one write sent by itself, its look included. */
  readonly pointsEach: number;
  /** Of these the look's, which a bulk operation does not spare. */
  readonly lookPoints: number;
  readonly available: number;
  readonly restoreRate: number;
  readonly linesPerSecond: number | null;
}

/**
 * How long both ways take, s: one by one at the rate at which the bucket refills; or looked at one by one, then carried
 * out by the store without points.
 */
export function predictTimes(outlook: BulkOutlook): { readonly oneByOne: number; readonly inBulk: number } {
  const { writes, pointsEach, lookPoints, available, restoreRate, linesPerSecond } = outlook;
  const refilled = (points: number): number => Math.max(0, points - available) / restoreRate;
  return {
    oneByOne: refilled(writes * pointsEach),
    inBulk: refilled(writes * lookPoints) + OVERHEAD_S + writes / (linesPerSecond ?? FIRST_GUESS_PER_S),
  };
}

/** Whether a bulk operation is predicted to be done sooner. */
export function isWorthBulk(outlook: BulkOutlook): boolean {
  if (outlook.writes < FEWEST_LINES) return false;
  const { oneByOne, inBulk } = predictTimes(outlook);
  return inBulk < oneByOne;
}
