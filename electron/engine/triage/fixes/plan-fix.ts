import type { Exclusion } from '../../../../shared/domain/exclusion.ts';
import type { FixKind } from '../../../../shared/domain/fix.ts';
import type { StoreId } from '../../../../shared/domain/ids.ts';
import { openItems, type Millis, type Order } from '../../../../shared/domain/order.ts';
import type { ExcludedOrder, Plan, PlannedOrder, PlannedWrite } from '../../../../shared/domain/plan.ts';
import { entityOf, WRITE_TRAITS, type WriteOp } from '../../../../shared/domain/write.ts';
import { COMMAND_LINE } from '../../../../shared/words/command-line.ts';
import { exclusionInEnglish } from '../../../../shared/words/en-exclusion.ts';
import type { TriageContext } from '../context.ts';
import { entitiesOf } from '../order-entities.ts';
import { predict } from '../predict.ts';
import { changesOf } from './changes-of.ts';
import { collectWrites } from './collect-writes.ts';
import {
  excluded,
  type FixDefinition,
  type FixScope,
  type OrderOutcome,
  type OrderPlanner,
  type PlanOrder,
  type PlanStore,
} from './definition.ts';
import { parseFixParams } from './parse-fix-params.ts';
import { FIXES } from './registry.ts';
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
 * order of the scope is either planned, with what changes and what will still keep it, or excluded with what stands in the
 * way and what to do instead. A write that several orders need is planned once.
 * @throws RangeError on parameters that `parseFixParams` refuses and on an order of an unknown store: both are bugs
 */
export function planFix(input: PlanInput): Plan {
  const { fix, planId, now, newWriteKey } = input;
  const parsed = parseFixParams(fix, input.params);
  if (!parsed.ok) throw new RangeError(`“${parsed.field}” does not fit ${fix}.`);
  const judged = judgeScope(input, fix, parsed.params);
  const writes = collectWrites(
    judged.flatMap(({ it, outcome }) =>
      outcome.kind === 'planned' ? [{ store: it.store, order: it.order.gid, drafts: outcome.drafts }] : [],
    ),
    newWriteKey,
  );
  const serving = opsBy(writes, (write) => write.orders);
  const touching = opsBy(writes, (write) => [entityOf(write.op)]);

  const orders: PlannedOrder[] = [];
  const left: ExcludedOrder[] = [];
  for (const { it, outcome } of judged) {
    const ref = { id: it.id, store: it.store, gid: it.order.gid, name: it.order.name };
    if (outcome.kind === 'excluded') {
      left.push({ ...ref, reason: exclusionInEnglish(outcome.why, COMMAND_LINE), said: outcome.why });
      continue;
    }
    const { ctx } = storeOf(input, it.store);
    const ops = serving.get(identity(it.store, it.order.gid)) ?? [];
    const felt = feltEntities(it.order, ctx).flatMap(
      (entity) => touching.get(identity(it.store, entity)) ?? [],
    );
    const was = it.diagnoses[0]?.type;
    orders.push({
      ...ref,
      ...(was === undefined ? {} : { was }),
      changes: ops.flatMap((op) => changesOf(op, it.order)),
      remaining:
        predict(it.order, ctx, it.diagnoses, felt) ?? (outcome.partly ? errorFor(it, FIXES[fix].for) : null),
    });
  }
  return {
    format: 'unstuck-plan',
    version: 1,
    id: planId,
    createdAt: now,
    fix,
    params: givenParams(parsed.params),
    orders,
    writes: [...writes],
    excluded: left,
    ...estimate(writes, (store) => storeOf(input, store).restoreRate ?? DEFAULT_RESTORE_RATE),
  };
}

const identity = (store: string, gid: string): string => `${store} ${gid}`;

function storeOf({ stores }: PlanInput, id: StoreId): PlanStore {
  const found = stores.get(id);
  if (found === undefined)
    throw new RangeError(`The plan was not given the store “${id}” of one of its orders.`);
  return found;
}

function givenParams(params: Readonly<Record<string, string | null | undefined>>): Plan['params'] {
  return Object.fromEntries(
    Object.entries(params).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}

/** What the fix does with each order of the scope, in its order. */
function judgeScope<K extends FixKind>(
  input: PlanInput,
  fix: K,
  params: FixScope<K>['params'],
): readonly { readonly it: PlanOrder; readonly outcome: OrderOutcome }[] {
  const definition: FixDefinition<K> = FIXES[fix];
  const screened = input.orders.map((it) => ({ it, refusal: refusalOf(input, it, fix, definition.for) }));
  const open = screened.flatMap(({ it, refusal }) => (refusal === null ? [it] : []));
  const byStore = Map.groupBy(open, ({ store }) => store);
  const planners = new Map<StoreId, OrderPlanner>();
  const plannerOf = (id: StoreId): OrderPlanner => {
    const known = planners.get(id);
    if (known !== undefined) return known;
    const planner = definition.plan({
      params,
      store: storeOf(input, id),
      orders: byStore.get(id) ?? [],
      everyOrder: open,
      now: input.now,
      planId: input.planId,
    });
    planners.set(id, planner);
    return planner;
  };
  const outcomeOf = (it: PlanOrder): OrderOutcome => {
    const outcome = plannerOf(it.store)(it);
    return storeOf(input, it.store).readOnly && writesToShopify(outcome)
      ? excluded({ code: 'read_only' })
      : outcome;
  };
  return screened.map(({ it, refusal }) => ({
    it,
    outcome: refusal === null ? outcomeOf(it) : excluded(refusal),
  }));
}

/** Whether a planned outcome has a write that takes a request: not a mark of ours, not a step of the agent's. */
function writesToShopify(outcome: OrderOutcome): boolean {
  if (outcome.kind === 'excluded') return false;
  return outcome.drafts.some(({ op }) => !['local', 'manual'].includes(WRITE_TRAITS[op.op].repeat));
}

const QUEUED_ALREADY: Exclusion = { code: 'queued_already' };

/** Why this order is no case for the fix at all; null: it is. */
function refusalOf(
  input: PlanInput,
  it: PlanOrder,
  fix: FixKind,
  wanted: FixDefinition<FixKind>['for'],
): Exclusion | null {
  // Without a connected platform an order that shows nothing is only taken to have synced.
  const supposed = it.state === 'synced' && !storeOf(input, it.store).ctx.platformConnected;
  if (it.underWay === true && supposed) return QUEUED_ALREADY;
  switch (it.state) {
    case 'synced':
      return { code: 'synced' };
    case 'waiting':
      return { code: 'too_young' };
    case 'closed':
      return { code: 'closed' };
    case 'stuck':
    case 'snoozed':
    case 'dismissed':
      break;
  }
  if (wanted === 'any' || errorFor(it, wanted) !== null) return null;
  const primary = it.diagnoses[0]?.type;
  if (it.underWay === true && (primary ?? 'unknown') === 'unknown') return QUEUED_ALREADY;
  return primary === undefined
    ? { code: 'no_such_error', fix }
    : { code: 'other_error', fix, errorType: primary };
}

/** The first of the order's errors that a fix for `wanted` is a remedy for. */
function errorFor(it: PlanOrder, wanted: FixDefinition<FixKind>['for']): PlannedOrder['remaining'] {
  return it.diagnoses.find(({ type }) => wanted === 'any' || wanted.includes(type))?.type ?? null;
}

/** The writes' operations by store and whatever `namesOf` gives, each list in the order of the writes. */
function opsBy(
  writes: readonly PlannedWrite[],
  namesOf: (write: PlannedWrite) => readonly string[],
): ReadonlyMap<string, readonly WriteOp[]> {
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

/** An item may name an earlier product than the one its variant is of now: the order feels a change of either. */
function feltEntities(order: Order, ctx: TriageContext): readonly string[] {
  const parents = openItems(order).flatMap(({ variant }) =>
    variant === null ? [] : (ctx.variant(variant)?.product ?? []),
  );
  return [...new Set<string>([...entitiesOf(order), ...parents])];
}
