/** What became of a stage's orders so far. */
export interface StageCounts {
  readonly orders: number;
  /** Something of them took effect, and nothing failed. */
  readonly done: number;
  /** Rejected, in conflict, or of an outcome that only the agent can tell. */
  readonly failed: number;
  /** Taken back by the agent before anything happened. */
  readonly void: number;
}

/** In a large stage this many orders have to be through before a share says anything. */
const LEAST_SAMPLE = 10;

/**
 * Whether a stage goes on, has ended, or stops. It stops as soon as more than `stopAbove` of its orders failed, of ten at
 * least where it has so many: one failure among the first two of a thousand is no share yet.
 * @param stopAbove 0 to 1
 */
export function stageVerdict(counts: StageCounts, stopAbove: number): 'open' | 'ended' | 'stop' {
  const { orders, done, failed } = counts;
  const through = done + failed;
  const sample = Math.max(through, Math.min(orders - counts.void, LEAST_SAMPLE));
  if (failed > 0 && failed > stopAbove * sample) return 'stop';
  return through + counts.void >= orders ? 'ended' : 'open';
}
