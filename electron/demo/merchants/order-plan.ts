import { diceFor } from '../random.ts';

/** The ten sync errors, by the keys the whole project uses, in the order in which the first one names the order. */
export const errorTypes = [
  'order_cancelled',
  'order_already_fulfilled',
  'ignored_by_tag',
  'payment_pending',
  'awaiting_global_e_approval',
  'destination_not_whitelisted',
  'no_shippable_product',
  'product_not_found',
  'product_not_linked',
  'postal_code_missing',
] as const;

/** What the platform and its carriers refuse orders for beside those, in the same order (Bigblue, articles 321 and 322). */
export const addedErrorTypes = [
  'postal_code_invalid',
  'address_incomplete',
  'address_too_long',
  'contact_invalid',
  'shipping_method_unmapped',
  'pickup_point_missing',
  'tax_id_missing',
  'out_of_stock',
] as const;
export type ErrorType = (typeof errorTypes)[number] | (typeof addedErrorTypes)[number];

/** What an order is seeded to be; `errors` is empty for one that syncs, and its first entry decides the order. */
export interface OrderPlanEntry {
  readonly role: 'synced' | 'stuck' | 'waiting' | 'old' | 'test' | 'point_of_sale';
  readonly errors: readonly ErrorType[];
  /** The how-manieth of its kind in its store; spreads the variants of a trouble evenly. */
  readonly ordinal: number;
}

/** Who gets which trouble and when, for every order of a store, without having to build the orders. */
export interface OrderPlan {
  readonly count: number;
  readonly entryOf: (index: number) => OrderPlanEntry;
  /** UTC ms, rising with the index. */
  readonly createdAtOf: (index: number) => number;
  /** UTC ms, never before the creation and never in the future. */
  readonly updatedAtOf: (index: number) => number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

type Kind = Omit<OrderPlanEntry, 'ordinal'>;

/** Shares of all orders of a store: 17 % stuck, about 80 % synced. */
const groups: readonly { entry: Kind; share: number; least: number }[] = [
  stuck(['order_cancelled'], 0.01),
  stuck(['order_already_fulfilled'], 0.012),
  stuck(['ignored_by_tag'], 0.016),
  stuck(['payment_pending'], 0.024),
  stuck(['awaiting_global_e_approval'], 0.01),
  stuck(['destination_not_whitelisted'], 0.018),
  stuck(['no_shippable_product'], 0.015),
  stuck(['product_not_found'], 0.012),
  stuck(['product_not_linked'], 0.036),
  stuck(['postal_code_missing'], 0.012),
  { ...stuck(['payment_pending', 'postal_code_missing'], 0.002), least: 1 },
  { ...stuck(['ignored_by_tag', 'product_not_linked'], 0.002), least: 1 },
  { ...stuck(['destination_not_whitelisted', 'postal_code_missing'], 0.002), least: 1 },
  { ...stuck(['product_not_found', 'product_not_linked'], 0.002), least: 1 },
  { entry: { role: 'test', errors: [] }, share: 0.005, least: 1 },
  { entry: { role: 'point_of_sale', errors: [] }, share: 0.008, least: 1 },
  // A contact is a phone number or an e-mail address: one of each.
  ...addedErrorTypes.map((error) => ({
    ...stuck([error], 0.001),
    least: error === 'contact_invalid' ? 2 : 1,
  })),
];
const synced: Kind = { role: 'synced', errors: [] };
const waiting: Kind = { role: 'waiting', errors: [] };
const old: Kind = { role: 'old', errors: [] };

/** From this many orders on a store has at least three of each of the ten sync errors, and one of each other. */
const FULL_SET = 60;

function stuck(errors: readonly ErrorType[], share: number): { entry: Kind; share: number; least: number } {
  return { entry: { role: 'stuck', errors }, share, least: 3 };
}

/**
 * Plans `count` orders: the oldest ones lie 61 to 120 days back, the youngest are under a quarter of an hour old,
 * the rest spread over the last 45 days. Shares are exact counts, dealt out by a permutation.
 * @param least at least so many orders that have one error alone
 */
export function planOrders(
  count: number,
  key: { seed: number; slug: string },
  now: number,
  least: Readonly<Partial<Record<ErrorType, number>>> = {},
): OrderPlan {
  const scale = Math.min(1, count / FULL_SET);
  const oldCount = Math.max(Math.floor(2 * scale), Math.round(count * 0.01));
  const waitingCount = Math.max(Math.floor(2 * scale), Math.min(40, Math.round(count * 0.004)));
  const middle = count - oldCount - waitingCount;
  const bounds: { from: number; below: number; entry: Kind }[] = [];
  let used = 0;
  for (const { entry, share, least: few } of groups) {
    const from = used;
    const [only, second] = entry.errors;
    const wanted = only !== undefined && second === undefined ? (least[only] ?? 0) : 0;
    used += Math.max(Math.floor(few * scale), Math.round(share * count), wanted);
    bounds.push({ from, below: Math.min(used, middle), entry });
  }
  const step = coprimeNear(Math.round(middle * 0.618), middle);
  const shift = diceFor(key.seed, key.slug, 'plan').int(Math.max(1, middle));

  const jitter = (index: number): number => diceFor(key.seed, key.slug, 'time', index).fraction();
  const createdAtOf = (index: number): number => {
    if (index < oldCount) return seconds(now - 120 * DAY + ((index + jitter(index)) / oldCount) * 59 * DAY);
    const young = index - oldCount - middle;
    if (young >= 0)
      return seconds(now - 12 * MINUTE + ((young + jitter(index)) / waitingCount) * 11 * MINUTE);
    return seconds(now - 45 * DAY + ((index - oldCount + jitter(index)) / middle) * (45 * DAY - 2 * HOUR));
  };
  return {
    count,
    createdAtOf,
    updatedAtOf: (index) => {
      const created = createdAtOf(index);
      const room = Math.max(0, now - 30_000 - created);
      return seconds(
        created +
          Math.min(room, 5 * MINUTE + diceFor(key.seed, key.slug, 'touch', index).fraction() ** 2 * 4 * DAY),
      );
    },
    entryOf: (index) => {
      if (index < oldCount) return { ...old, ordinal: index };
      if (index >= oldCount + middle) return { ...waiting, ordinal: index - oldCount - middle };
      const rank = ((index - oldCount) * step + shift) % middle;
      for (const bound of bounds)
        if (rank < bound.below) return { ...bound.entry, ordinal: rank - bound.from };
      return { ...synced, ordinal: rank - used };
    },
  };
}

function seconds(ms: number): number {
  return Math.floor(ms / 1000) * 1000;
}

function coprimeNear(start: number, modulus: number): number {
  const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));
  let candidate = Math.max(1, start);
  while (gcd(candidate, modulus) !== 1) candidate++;
  return candidate;
}
