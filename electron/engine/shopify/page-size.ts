/** One request may ask for 1,000 points at most, whatever the plan (https://shopify.dev/docs/api/usage/limits). */
const MAX_REQUEST_COST = 1_000;
const CONNECTION_COST = 2;

/** What the last page taught: how many points were requested for how many nodes. */
export interface PageCost {
  readonly first: number;
  readonly requested: number;
}

/**
 * How many nodes to ask for next, so that a page stays under half of what the bucket holds and clearly under 1,000
 * points (domain.md, Reading the Admin API: a page costs about 2 + n × node). An almost empty bucket counts as a
 * quarter full: waiting for points is cheaper than many tiny pages. Without a page to learn from: `start`.
 */
export function nextPageSize(
  learned: PageCost | null,
  bucket: { readonly available: number; readonly maximum: number } | null,
  { start, most }: { readonly start: number; readonly most: number },
): number {
  if (!learned) return start;
  const perNode = Math.max(0.1, (learned.requested - CONNECTION_COST) / learned.first);
  const half = bucket ? Math.max(bucket.available, bucket.maximum / 4) / 2 : MAX_REQUEST_COST / 2;
  const points = Math.min(half, MAX_REQUEST_COST * 0.9);
  return Math.max(1, Math.min(most, Math.floor((points - CONNECTION_COST) / perNode)));
}
