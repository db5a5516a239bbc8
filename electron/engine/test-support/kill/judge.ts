import type { WriteRow } from '../../../../shared/contract/rows.ts';
import { ENDED_STATES, type WriteOp } from '../../../../shared/domain/write.ts';
import type { Demo } from '../../../demo/start-demo.ts';
import { BY_HAND, type Ledger, slugOf } from './agent.ts';

type Inspection = ReturnType<Demo['inspect']>;

/** What one merchant was made to do, in the order in which it took effect. */
interface Done {
  readonly inspection: Inspection;
  /** Each mutation that changed something, with its arguments as JSON. */
  readonly mutations: readonly { readonly mutation: string; readonly given: string }[];
  /** How many orders have a source identifier. */
  readonly copies: ReadonlyMap<string, number>;
}

/**
 * Holds what the merchants have against what the agent asked for and what the app says became of it.
 * @param rows every write of the journal, oldest first
 * @returns one sentence for each broken invariant
 */
export function judge(
  demo: Demo,
  { committed, sentAgain, byHand }: Ledger,
  rows: readonly WriteRow[],
): string[] {
  return [
    ...lost(committed, rows),
    ...rows.flatMap(unexplained),
    ...demo.stores.flatMap(({ domain }) => {
      const done = doneBy(demo.inspect(domain));
      const own = rows.filter(({ storeId }) => storeId === slugOf(domain));
      return [
        ...own.flatMap((row) => effectOf(done, row, sentAgain)),
        ...outOfOrder(done, domain),
        ...withoutDependency(committed, own),
        ...(byHand.get(domain) ?? []).flatMap((order) => overwritten(done, order)),
      ];
    }),
  ];
}

/** Invariant 1: what was committed is there, whole. */
function lost(committed: Ledger['committed'], rows: readonly WriteRow[]): string[] {
  return [...committed].flatMap(([run, plan]) => {
    const kept = rows.filter((row) => row.run === run).map(({ op, entity }) => `${op} ${entity}`);
    const asked = plan.writes.map(({ op }) => `${op.op} ${'order' in op ? op.order : ''}`);
    return kept.join() === asked.join()
      ? []
      : [`1: of run ${run} the journal has ${kept.length} of ${asked.length}`];
  });
}

/** Invariant 1: what has not taken effect is visible with its reason. */
function unexplained(row: WriteRow): string[] {
  if (row.state === 'applied') return [];
  const open = !ENDED_STATES.some((ended) => ended === row.state);
  if (open && row.state !== 'unknown') return [`1: ${told(row)} has not come to its end`];
  return row.said === null ? [`1: ${told(row)} says no reason`] : [];
}

/** Invariants 2 and 3: what is said to be applied took effect; what must not be repeated took effect once at most. */
function effectOf(done: Done, row: WriteRow, sentAgain: readonly string[]): string[] {
  const does: WriteOp = row.does;
  const between = (least: number, most: number, found: number): string[] =>
    found < (row.state === 'applied' ? least : 0) || found > most
      ? [`3: ${told(row)} took effect ${found} times (${done.inspection.order(row.entity).order.name})`]
      : [];
  // oxlint-disable-next-line typescript/switch-exhaustiveness-check
  switch (does.op) {
    case 'order_tags_add':
      return between(1, 1, count(done, 'tagsAdd', does.order, does.tags[0] ?? ''));
    case 'order_invoice_send': {
      const again = sentAgain.filter((order) => order === does.order).length;
      return between(1, 1 + again, count(done, 'orderInvoiceSend', does.order));
    }
    case 'order_mark_as_paid':
      return between(1, 1, count(done, 'orderMarkAsPaid', does.order));
    case 'order_create':
      return between(1, 1, done.copies.get(does.sourceIdentifier) ?? 0);
    case 'order_edit': {
      const added = does.changes.flatMap((it) => (it.change === 'add_variant' ? [String(it.variant)] : []));
      const { items } = done.inspection.order(does.order).order;
      const lines = items.filter((it) => added.includes(`gid://shopify/ProductVariant/${it.variantId}`));
      return between(1, 1, lines.length);
    }
    // The agent of this story asks for nothing else; what it takes back shows in the order of companies and tags.
    case 'order_address_set':
    case 'order_tags_remove':
      return [];
    default:
      throw new Error(`Nobody asked for ${told(row)}.`);
  }
}

function doneBy(inspection: Inspection): Done {
  const mutations = inspection.mutations
    .filter(({ effect }) => effect === 'applied')
    .map(({ mutation, arguments: given }) => ({ mutation, given: JSON.stringify(given) }));
  const copies = new Map<string, number>();
  for (const { order } of inspection.orders()) {
    const source = order.sourceIdentifier;
    if (source !== null) copies.set(source, (copies.get(source) ?? 0) + 1);
  }
  return { inspection, mutations, copies };
}

/** How often a mutation changed an order (and has `text` among its arguments). */
function count({ mutations }: Done, mutation: string, order: string, text = ''): number {
  return mutations.filter(
    ({ mutation: name, given }) =>
      name === mutation && given.includes(`"${order}"`) && (text === '' || given.includes(`"${text}"`)),
  ).length;
}

/** Invariant 4: what was committed later never took effect first (tags and companies are numbered as committed). */
function outOfOrder({ mutations }: Done, domain: string): string[] {
  const seen = new Map<string, { readonly known: Set<number>; last: number }>();
  return mutations.flatMap(({ mutation, given }) => {
    if (mutation !== 'tagsAdd' && mutation !== 'orderUpdate') return [];
    const number = Number(/"[kC](\d+)"/.exec(given)?.[1] ?? Number.NaN);
    const order = /gid:\/\/shopify\/Order\/\d+/.exec(given)?.[0];
    if (Number.isNaN(number) || order === undefined) return [];
    const of = seen.get(order) ?? { known: new Set<number>(), last: 0 };
    seen.set(order, of);
    if (of.known.has(number)) return [];
    of.known.add(number);
    const late = number < of.last;
    of.last = Math.max(of.last, number);
    return late ? [`4: on ${order} of ${domain} number ${number} took effect after number ${of.last}`] : [];
  });
}

/** Invariant 4: nothing takes effect without what it depends on. */
function withoutDependency(committed: Ledger['committed'], rows: readonly WriteRow[]): string[] {
  return [...committed].flatMap(([run, plan]) => {
    const states = rows.filter((row) => row.run === run).map(({ state }) => state);
    return plan.writes.flatMap(({ dependsOn }, at) =>
      dependsOn.some((key) => states[at] === 'applied' && states[Number(key.slice(1))] !== 'applied')
        ? [`4: write ${at} of run ${run} took effect without what it depends on`]
        : [],
    );
  });
}

/** Invariant 5: what somebody else wrote stays. */
function overwritten({ inspection }: Done, order: string): string[] {
  const company = inspection.order(order).order.shippingAddress?.company;
  return company === BY_HAND ? [] : [`5: ${order} has company ${company}, which somebody had set by hand`];
}

const told = ({ id, op, entity, state }: WriteRow): string => `write ${id} (${op} ${entity}, ${state})`;
