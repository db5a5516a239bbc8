import { FIXES_FOR, type FixKind } from '../../../../shared/domain/fix.ts';
import type { StoreId } from '../../../../shared/domain/ids.ts';
import { openItems, type Millis } from '../../../../shared/domain/order.ts';
import type { ExcludedOrder, Plan, PlannedOrder, PlannedWrite } from '../../../../shared/domain/plan.ts';
import { entityOf, type WriteOp } from '../../../../shared/domain/write.ts';
import type { TriageContext } from '../context.ts';
import { changesOf } from './changes-of.ts';
import { collectWrites } from './collect-writes.ts';
import {
  excluded,
  type FixDefinition,
  type FixScope,
  type OrderOutcome,
  type PlanOrder,
  type PlanStore,
} from './definition.ts';
import { parseFixParams } from './parse-fix-params.ts';
import { FIXES } from './registry.ts';
import { remainingAfter } from './remaining-after.ts';
import { DEFAULT_RESTORE_RATE, estimate } from './write-cost.ts';

export interface PlanInput {
  readonly planId: string;
  readonly now: Millis;
  readonly fix: FixKind;
  /** As `--set k=v` gave them. The caller has had `parseFixParams` accept them. */
  readonly params: Readonly<Record<string, string>>;
  /** The frozen scope, each order once. */
  readonly orders: readonly PlanOrder[];
  /** Every store that an order is of. */
  readonly stores: ReadonlyMap<StoreId, PlanStore>;
  /** A new key per call; keys are unique inside the plan. */
  readonly newWriteKey: () => string;
}

/**
 * Works a fix out for a frozen set of orders, without sending anything: the dry run (architecture.md, Flows 3). Every
 * order of the scope is either planned, with what changes and what will still keep it, or excluded with one sentence that
 * says why and what to do instead. A write that several orders need is planned once.
 * @throws RangeError on parameters that `parseFixParams` refuses and on an order of an unknown store: both are bugs
 */
export function planFix(input: PlanInput): Plan {
  const { fix, planId, now, orders } = input;
  const parsed = parseFixParams(fix, input.params);
  if (!parsed.ok) throw new RangeError(parsed.message);
  const { outcomes, cures } = outcomesOf(input, fix, parsed.params);

  const drafts = orders.flatMap(({ store, order }, at) => {
    const outcome = outcomes[at];
    return outcome?.kind === 'planned' ? [{ store, order: order.gid, drafts: outcome.drafts }] : [];
  });
  const writes = collectWrites(drafts, input.newWriteKey);
  const serving = opsBy(writes, (write) => write.orders);
  const touching = opsBy(writes, (write) => [entityOf(write.op)]);

  const plannedOrders: PlannedOrder[] = [];
  const excludedOrders: ExcludedOrder[] = [];
  orders.forEach((it, at) => {
    const ref = { id: it.id, store: it.store, gid: it.order.gid, name: it.order.name };
    const outcome = outcomes[at];
    if (outcome?.kind !== 'planned') {
      excludedOrders.push({ ...ref, reason: outcome?.reason ?? NOT_JUDGED });
      return;
    }
    const { ctx } = storeOf(input, it);
    const ops = serving.get(identity(it.store, it.order.gid)) ?? [];
    const felt = entitiesOf(it, ctx).flatMap((entity) => touching.get(identity(it.store, entity)) ?? []);
    plannedOrders.push({
      ...ref,
      changes: ops.flatMap((op) => changesOf(op, it.order)),
      remaining: remainingAfter(it, ctx, felt, (type) => cures && !outcome.partly && offers(type, fix)),
    });
  });
  return {
    format: 'unstuck-plan',
    version: 1,
    id: planId,
    createdAt: now,
    fix,
    params: givenParams(parsed.params),
    orders: plannedOrders,
    writes: [...writes],
    excluded: excludedOrders,
    ...estimate(writes, (store) => rateOf(input, store)),
  };
}

function givenParams(params: Readonly<Record<string, string | null | undefined>>): Plan['params'] {
  return Object.fromEntries(
    Object.entries(params).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}

const NOT_JUDGED = 'It was not looked at: plan it again.';
const identity = (store: string, gid: string): string => `${store} ${gid}`;
const offers = (type: keyof typeof FIXES_FOR, fix: FixKind): boolean =>
  FIXES_FOR[type].some((it) => it === fix);

function storeOf({ stores }: PlanInput, { store, order }: PlanOrder): PlanStore {
  const found = stores.get(store);
  if (found === undefined)
    throw new RangeError(`Order ${order.name} is of a store that the plan was not given: ${store}.`);
  return found;
}

function rateOf({ stores }: PlanInput, store: string): number {
  for (const [id, { restoreRate }] of stores) if (id === store) return restoreRate ?? DEFAULT_RESTORE_RATE;
  return DEFAULT_RESTORE_RATE;
}

function outcomesOf<K extends FixKind>(input: PlanInput, fix: K, params: FixScope<K>['params']) {
  const definition: FixDefinition<K> = FIXES[fix];
  const refusals = new Map(input.orders.map((it) => [it, refusalOf(it, fix, definition)]));
  const open = input.orders.filter((it) => refusals.get(it) === null);
  const outcomes = new Map<PlanOrder, OrderOutcome>();
  for (const group of Map.groupBy(open, ({ store }) => store).values()) {
    const [first] = group;
    if (first === undefined) continue;
    const scope = {
      params,
      store: storeOf(input, first),
      orders: group,
      everyOrder: open,
      now: input.now,
      planId: input.planId,
    };
    definition.plan(scope).forEach((outcome, at) => {
      const it = group[at];
      if (it !== undefined) outcomes.set(it, outcome);
    });
  }
  return {
    cures: definition.cures,
    outcomes: input.orders.map((it) => outcomes.get(it) ?? excluded(refusals.get(it) ?? NOT_JUDGED)),
  };
}

/** Why this order is no case for the fix at all; null: it is. */
function refusalOf<K extends FixKind>(it: PlanOrder, fix: K, definition: FixDefinition<K>): string | null {
  switch (it.state) {
    case 'synced':
      return 'The platform has it by now: nothing to fix.';
    case 'waiting':
      return 'It is too young to be stuck: wait until its grace period is over, then plan again.';
    case 'closed':
      return 'It is closed, nobody waits for it: reopen it in Shopify if it is still to ship.';
    case 'stuck':
    case 'snoozed':
    case 'dismissed':
      break;
  }
  const wanted = definition.for;
  const primary = it.diagnoses[0]?.type;
  if (wanted === 'any' || it.diagnoses.some(({ type }) => wanted.includes(type))) return null;
  return primary === undefined
    ? `It has no error that ${fix} is for: reprocess it.`
    : `It is stuck with ${primary}, which ${fix} does not fix: try ${FIXES_FOR[primary].join(', ')}.`;
}

/** The writes' operations by store and whatever `namesOf` gives, each list in the order of the writes. */
function opsBy(writes: readonly PlannedWrite[], namesOf: (write: PlannedWrite) => readonly string[]) {
  const found = new Map<string, WriteOp[]>();
  for (const write of writes) {
    for (const name of namesOf(write)) {
      const key = identity(write.store, name);
      const ops = found.get(key);
      if (ops === undefined) found.set(key, [write.op]);
      else ops.push(write.op);
    }
  }
  return found;
}

/** Everything whose change an order feels, also when another order of the plan is why it changes. */
function entitiesOf({ order }: PlanOrder, ctx: TriageContext): readonly string[] {
  const goods = openItems(order).flatMap(({ variant, product }) => {
    const parent = variant === null ? undefined : ctx.variant(variant)?.product;
    return [variant, product, parent ?? null].filter((gid) => gid !== null);
  });
  return [...new Set<string>([order.gid, ...goods, 'store:settings'])];
}
