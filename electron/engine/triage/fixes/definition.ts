import type { FulfilmentProduct } from '../../../../shared/domain/catalog.ts';
import type { Diagnosis, Evidence } from '../../../../shared/domain/diagnosis.ts';
import type { ErrorType, OrderState } from '../../../../shared/domain/error-type.ts';
import type { Exclusion } from '../../../../shared/domain/exclusion.ts';
import type { FixKind, FixParams } from '../../../../shared/domain/fix.ts';
import type { StoreId } from '../../../../shared/domain/ids.ts';
import type { Millis, Order } from '../../../../shared/domain/order.ts';
import type { WriteOp } from '../../../../shared/domain/write.ts';
import type { TriageContext } from '../context.ts';

/** One order of a plan's scope. `order` already has the queued writes projected into it; `id` is its local row id. */
export interface PlanOrder {
  readonly id: number;
  readonly store: StoreId;
  readonly order: Order;
  /** The primary one first, as `judge` gives them for the projected order. */
  readonly diagnoses: readonly Diagnosis[];
  readonly state: OrderState;
  /** Writes on it, or on what it rests on, are projected into it: queued, or applied and not yet seen by a sync. */
  readonly underWay?: boolean;
}

/** One store of a plan's scope. `ctx` already has the queued writes projected into it. */
export interface PlanStore {
  readonly id: StoreId;
  readonly ctx: TriageContext;
  /** Nothing can be written to its Shopify: its orders come from files. */
  readonly readOnly: boolean;
  /** The fulfilment platform's product of this id; null: its product list was never read. */
  readonly fulfilmentProduct: ((id: string) => FulfilmentProduct | undefined) | null;
  /** API points that the store restores per second, from its last throttle status; left out: `DEFAULT_RESTORE_RATE`. */
  readonly restoreRate?: number;
}

/** One write of one order before writes that several orders share are merged; it waits for all of `after`. */
export interface Draft {
  readonly op: WriteOp;
  readonly after: readonly Draft[];
}

/**
 * What a fix does with one order: its writes, each after those it waits for; or why nothing, and the remedy.
 * `partly`: something of the same error stays, e.g. a second unlinked item without a suggestion.
 */
export type OrderOutcome =
  | { readonly kind: 'planned'; readonly drafts: readonly Draft[]; readonly partly: boolean }
  | { readonly kind: 'excluded'; readonly why: Exclusion };

/** What a fix does with one order of the scope that it was made for. */
export type OrderPlanner = (it: PlanOrder) => OrderOutcome;

/** The orders of one store that a fix may act on, and what it may need to know to do so. */
export interface FixScope<K extends FixKind> {
  readonly params: FixParams<K>;
  readonly store: PlanStore;
  readonly orders: readonly PlanOrder[];
  /** The same of all stores, for parameters that must be unambiguous over the whole plan. */
  readonly everyOrder: readonly PlanOrder[];
  readonly now: Millis;
  readonly planId: string;
}

/** One kind of remedy, as one file of this folder defines it. */
export interface FixDefinition<K extends FixKind> {
  /** The error types it is a remedy for; an order with none of them is excluded. */
  readonly for: readonly ErrorType[] | 'any';
  /** Looks at the scope as a whole once, then at each of its orders. */
  readonly plan: (scope: FixScope<K>) => OrderPlanner;
}

export const excluded = (why: Exclusion): OrderOutcome => ({ kind: 'excluded', why });
export const planned = (drafts: readonly Draft[], partly = false): OrderOutcome => ({
  kind: 'planned',
  drafts,
  partly,
});

/** A write that waits for `after`. */
export const draft = (op: WriteOp, after: readonly Draft[] = []): Draft => ({ op, after });

/** The evidence of the order's diagnosis of this type; undefined: it does not have that error. */
export function evidenceOf<T extends ErrorType>(order: PlanOrder, type: T): Evidence<T> | undefined {
  const found = order.diagnoses.find((diagnosis) => diagnosis.type === type);
  // `type` pairs with its evidence, which the union cannot be told generically.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return found?.evidence as Evidence<T> | undefined;
}
