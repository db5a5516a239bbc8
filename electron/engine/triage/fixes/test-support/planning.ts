import type { Diagnosis } from '../../../../../shared/domain/diagnosis.ts';
import type { OrderState } from '../../../../../shared/domain/error-type.ts';
import type { FixKind } from '../../../../../shared/domain/fix.ts';
import { storeId, type StoreId } from '../../../../../shared/domain/ids.ts';
import type { FulfilmentProduct } from '../../../../../shared/domain/catalog.ts';
import type { Order } from '../../../../../shared/domain/order.ts';
import type { Plan } from '../../../../../shared/domain/plan.ts';
import type { TriageContext } from '../../context.ts';
import { diagnose, diagnosisOf } from '../../diagnose.ts';
import { aContext, anOrder, MORNING, orderGid } from '../../test-support/samples.ts';
import type { PlanOrder, PlanStore } from '../definition.ts';
import { planFix } from '../plan-fix.ts';

export const NORD = storeId('atelier-nord');
export const SUD = storeId('atelier-sud');

/** Order number `n`, `#1001` for 1. */
export const order = (n: number, over: Partial<Order> = {}): Order =>
  anOrder({ gid: orderGid(n), name: `#${1000 + n}`, ...over });

export interface InPlan {
  readonly store?: StoreId;
  readonly state?: OrderState;
  /** Left out: what the order shows, else `unknown`. */
  readonly diagnoses?: readonly Diagnosis[];
  readonly underWay?: boolean;
}

/** An order of a plan's scope with the row id of its number, stuck unless said otherwise. */
export function inPlan(one: Order, ctx: TriageContext, over: InPlan = {}): PlanOrder {
  const found = over.diagnoses ?? diagnose(one, ctx);
  return {
    id: Number(one.name.slice(1)) - 1000,
    store: over.store ?? NORD,
    order: one,
    diagnoses: found.length > 0 ? found : [diagnosisOf('unknown', { message: null }, 'local', null)],
    state: over.state ?? 'stuck',
    underWay: over.underWay ?? false,
  };
}

export interface Scope {
  readonly ctx?: TriageContext;
  readonly params?: Readonly<Record<string, string>>;
  readonly fulfilmentProducts?: readonly FulfilmentProduct[];
  readonly restoreRate?: number;
  readonly readOnly?: boolean;
}

/** Plans `fix` for orders of stores that all look like `ctx`, with write keys `w1`, `w2` … */
export function plan(fix: FixKind, orders: readonly (Order | PlanOrder)[], scope: Scope = {}): Plan {
  const { ctx = aContext(), params = {}, fulfilmentProducts, restoreRate, readOnly = false } = scope;
  const planned = orders.map((it) => ('order' in it ? it : inPlan(it, ctx)));
  const store = (id: StoreId): PlanStore => ({
    id,
    ctx,
    readOnly,
    fulfilmentProduct: fulfilmentProducts
      ? (wanted) => fulfilmentProducts.find((p) => p.id === wanted)
      : null,
    ...(restoreRate === undefined ? {} : { restoreRate }),
  });
  let keys = 0;
  return planFix({
    planId: 'plan-1',
    now: MORNING,
    fix,
    params,
    orders: planned,
    stores: new Map(planned.map((it) => [it.store, store(it.store)])),
    newWriteKey: () => `w${(keys += 1)}`,
  });
}

/** The operations of a plan's writes, in sending order. */
export const ops = (made: Plan) => made.writes.map(({ op }) => op);

/** Why the plan leaves out its only order. */
export function reasonOf(made: Plan): string | undefined {
  return made.orders.length === 0 && made.excluded.length === 1 ? made.excluded[0]?.reason : undefined;
}
