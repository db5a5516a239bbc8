/** What a page of orders takes of a store's budget, per order, requested price: five lines, three fulfilments. */
const POINTS_PER_ORDER = 25;
/** A page of as many orders as fit takes at least this long, whatever the budget. */
const ORDERS_PER_PAGE = 35;
const PAGE_MS = 600;
/** A bulk operation has to be waited for; below this, pages have the first orders on the board sooner. */
const WORTH_MS = 60_000;
/** Of the smallest plan (https://shopify.dev/docs/api/usage/limits): assumed before a store has said its own. */
const SMALLEST = { available: 2_000, restoreRate: 100 };

/**
 * Whether so many orders are read sooner by a bulk operation: where pages are predicted to take more than a minute, for
 * their points (what the bucket holds is spent at once, the rest waits for its restore rate) or for their round trips.
 * That is from about 320 orders on Shopify's smallest plan and 2,500 on Plus. `orders` null: Shopify does not say
 * exactly, which it does up to 10,000.
 */
export function isWorthBulk(
  orders: number | null,
  budget: { readonly available: number; readonly restoreRate: number } | null,
): boolean {
  if (orders === null) return true;
  const { available, restoreRate } = budget ?? SMALLEST;
  const forPoints = ((orders * POINTS_PER_ORDER - available) / restoreRate) * 1000;
  const forTrips = (orders / ORDERS_PER_PAGE) * PAGE_MS;
  return Math.max(forPoints, forTrips) > WORTH_MS;
}
