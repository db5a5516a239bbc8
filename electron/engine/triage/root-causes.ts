import type { Diagnosis } from '../../../shared/domain/diagnosis.ts';
import type { ErrorType } from '../../../shared/domain/error-type.ts';
import type { StoreId } from '../../../shared/domain/ids.ts';
import type { Money } from '../../../shared/domain/money.ts';
import type { Cause } from './cause.ts';
import type { Rule } from './rule.ts';
import { RULES } from './rules/registry.ts';

/** The root causes behind a diagnosis, each with its default fix; none where each order is a case of its own. */
export function causesOf(diagnosis: Diagnosis): readonly Cause[] {
  // The registry pairs type and rule, which indexing by a union cannot express.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const rule = RULES[diagnosis.type] as Rule<ErrorType>;
  return rule.causes(diagnosis.evidence);
}

/** A stuck order as the ranking needs it. `order`: any id that is unique across stores. */
export interface CausedOrder {
  readonly order: number;
  readonly store: StoreId;
  readonly value: Money;
  readonly diagnoses: readonly Diagnosis[];
}

export interface RankedCause extends Omit<Cause, 'alone'> {
  readonly errorType: ErrorType;
  /** Orders that show this cause. */
  readonly orders: number;
  /** Of these, orders that nothing else keeps: fixing this cause alone unblocks them. */
  readonly unblocks: number;
  /** Worth of `orders`, one entry per currency. */
  readonly value: readonly Money[];
  readonly stores: number;
}

/**
 * The causes behind `orders`, most orders unblocked first, then most orders, then by key. Fixing a cause unblocks an
 * order when the order has one diagnosis and the cause alone clears it.
 */
export function rankCauses(orders: readonly CausedOrder[]): readonly RankedCause[] {
  const shown = orders.flatMap((order) =>
    order.diagnoses.flatMap((diagnosis) =>
      causesOf(diagnosis).map((cause) => ({
        order,
        cause,
        errorType: diagnosis.type,
        unblocks: cause.alone && order.diagnoses.length === 1,
      })),
    ),
  );
  return [...Map.groupBy(shown, ({ cause }) => cause.key).values()]
    .flatMap((group) => {
      const [first] = group;
      if (!first) return [];
      const { key, label, entity, fix } = first.cause;
      return {
        key,
        label,
        entity,
        fix,
        errorType: first.errorType,
        orders: group.length,
        unblocks: group.filter((g) => g.unblocks).length,
        value: totals(group.map((g) => g.order.value)),
        stores: new Set(group.map((g) => g.order.store)).size,
      };
    })
    .toSorted((a, b) => b.unblocks - a.unblocks || b.orders - a.orders || (a.key < b.key ? -1 : 1));
}

function totals(values: readonly Money[]): readonly Money[] {
  return [...Map.groupBy(values, (v) => v.currency)]
    .map(([currency, group]) => ({ currency, amountMinor: group.reduce((sum, v) => sum + v.amountMinor, 0) }))
    .toSorted((a, b) => (a.currency < b.currency ? -1 : 1));
}
