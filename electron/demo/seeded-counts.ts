import type { Merchant } from './merchant.ts';
import { addedErrorTypes, errorTypes, type ErrorType } from './merchants/order-plan.ts';

/** What the orders of one store, or of all, were seeded to be. */
interface StoreCounts {
  readonly orders: number;
  readonly synced: number;
  readonly waiting: number;
  readonly stuck: number;
  /** Stuck orders by the error that decides them. */
  readonly errors: Readonly<Record<ErrorType, number>>;
  /** Stuck orders by the second error they also have. */
  readonly secondErrors: Readonly<Record<ErrorType, number>>;
  /** Cancelled and fulfilled ones among the stuck: closed rather than stuck where no platform is connected. */
  readonly closed: number;
  /** Orders that never count. */
  readonly outOfScope: { readonly old: number; readonly test: number; readonly pointOfSale: number };
}

export interface SeededCounts {
  readonly total: StoreCounts;
  /** By domain. */
  readonly stores: Readonly<Record<string, StoreCounts>>;
}

/** Counts from the plan the orders are built from, without building them. */
export function countSeeded(merchants: readonly Merchant[]): SeededCounts {
  const stores = merchants.map((merchant) => [merchant.domain, countStore(merchant)] as const);
  return { total: add(stores.map(([, counts]) => counts)), stores: Object.fromEntries(stores) };
}

function countStore({ plan }: Merchant): StoreCounts {
  const roles = { synced: 0, waiting: 0, stuck: 0, old: 0, test: 0, point_of_sale: 0 };
  const errors = noErrors();
  const secondErrors = noErrors();
  for (let index = 0; index < plan.count; index++) {
    const {
      role,
      errors: [first, second],
    } = plan.entryOf(index);
    roles[role] += 1;
    if (first !== undefined) errors[first] += 1;
    if (second !== undefined) secondErrors[second] += 1;
  }
  return {
    orders: plan.count,
    synced: roles.synced,
    waiting: roles.waiting,
    stuck: roles.stuck,
    errors,
    secondErrors,
    closed: errors.order_cancelled + errors.order_already_fulfilled,
    outOfScope: { old: roles.old, test: roles.test, pointOfSale: roles.point_of_sale },
  };
}

function add(all: readonly StoreCounts[]): StoreCounts {
  const sum = (read: (counts: StoreCounts) => number): number =>
    all.reduce((total, counts) => total + read(counts), 0);
  const byType = (
    read: (counts: StoreCounts) => Readonly<Record<ErrorType, number>>,
  ): Record<ErrorType, number> => {
    const total = noErrors();
    for (const type of [...errorTypes, ...addedErrorTypes]) total[type] = sum((counts) => read(counts)[type]);
    return total;
  };
  return {
    orders: sum((counts) => counts.orders),
    synced: sum((counts) => counts.synced),
    waiting: sum((counts) => counts.waiting),
    stuck: sum((counts) => counts.stuck),
    errors: byType((counts) => counts.errors),
    secondErrors: byType((counts) => counts.secondErrors),
    closed: sum((counts) => counts.closed),
    outOfScope: {
      old: sum((counts) => counts.outOfScope.old),
      test: sum((counts) => counts.outOfScope.test),
      pointOfSale: sum((counts) => counts.outOfScope.pointOfSale),
    },
  };
}

function noErrors(): Record<ErrorType, number> {
  return {
    order_cancelled: 0,
    order_already_fulfilled: 0,
    ignored_by_tag: 0,
    payment_pending: 0,
    awaiting_global_e_approval: 0,
    destination_not_whitelisted: 0,
    no_shippable_product: 0,
    product_not_found: 0,
    product_not_linked: 0,
    postal_code_missing: 0,
    postal_code_invalid: 0,
    address_incomplete: 0,
    address_too_long: 0,
    contact_invalid: 0,
    shipping_method_unmapped: 0,
    pickup_point_missing: 0,
    tax_id_missing: 0,
    out_of_stock: 0,
  };
}
