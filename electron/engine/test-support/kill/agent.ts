import { gid, storeId } from '../../../../shared/domain/ids.ts';
import type { Plan, PlannedWrite } from '../../../../shared/domain/plan.ts';
import type { WriteOp } from '../../../../shared/domain/write.ts';
import { diceFor } from '../../../demo/random.ts';
import type { Demo } from '../../../demo/start-demo.ts';
import type { OpenWrite, Report, Task } from './errand.ts';

/** Orders that many writes go to, one after the other. */
const BUSY = 6;
/** What somebody else wrote into an order before a plan that does not know of it was committed. */
export const BY_HAND = 'set by hand';

/** What the agent asked for, by which the merchants' state is judged in the end. */
export interface Ledger {
  /** Committed plans by their run: the process said so. */
  readonly committed: Map<string, Plan>;
  /** Gids of orders whose mail the agent wanted sent once more, as often as they said so. */
  readonly sentAgain: string[];
  /** Gids of the orders of which the company is `BY_HAND`, by their store's domain. */
  readonly byHand: ReadonlyMap<string, readonly string[]>;
}

/** The agent: gives each process something to do, and hears what comes of it. */
export interface Agent {
  readonly ledger: Ledger;
  tasks(): Task[];
  heard(report: Report): void;
}

/** The stores of `demo` by the names that the engine gives them. */
export const slugOf = (domain: string): string => domain.replace('.myshopify.com', '');
const orderOf = (id: number) => gid('Order', `gid://shopify/Order/${id}`);

interface Shelf {
  readonly domain: string;
  readonly busy: readonly number[];
  readonly moved: Map<number, string | null>;
  readonly byHand: readonly number[];
  /** Each is used once: what is done to it cannot be done twice. */
  readonly unpaid: number[];
  readonly whole: number[];
  /** Variants that an order can be given. */
  readonly variants: readonly number[];
  readonly holds: (order: number, variant: number) => boolean;
}

/** @param seed the same gives the same plans and decisions in the same order */
export function createAgent(demo: Demo, seed: number): Agent {
  const dice = diceFor(seed, 'agent');
  const shelves = demo.stores.map(({ domain }) => shelfOf(demo, domain));
  const ledger: Ledger = {
    committed: new Map(),
    sentAgain: [],
    byHand: new Map(shelves.map(({ domain, byHand }) => [domain, byHand.map(orderOf)])),
  };
  let pending: Plan | null = null;
  let serial = 0;
  let open: readonly OpenWrite[] = [];

  function writeFor(shelf: Shelf): WriteOp {
    serial += 1;
    const kind = dice.int(100);
    const unpaid = kind >= 55 && kind < 76 ? shelf.unpaid.pop() : undefined;
    const whole = kind >= 76 ? shelf.whole.pop() : undefined;
    if (kind < 15) {
      const [order, base] = dice.pick([...shelf.moved]);
      const company = `C${serial}`;
      shelf.moved.set(order, company);
      return { op: 'order_address_set', order: orderOf(order), set: { company }, base: { company: base } };
    }
    if (kind < 20) {
      const order = orderOf(dice.pick(shelf.byHand));
      return { op: 'order_address_set', order, set: { company: `C${serial}` }, base: { company: null } };
    }
    if (unpaid !== undefined) {
      return dice.chance(0.4)
        ? { op: 'order_mark_as_paid', order: orderOf(unpaid), baseStatus: 'PENDING' }
        : { op: 'order_invoice_send', order: orderOf(unpaid) };
    }
    if (whole !== undefined && dice.chance(0.5)) {
      return {
        op: 'order_create',
        order: orderOf(whole),
        sourceIdentifier: `unstuck-${seed}-${serial}`,
        shippingTitle: 'Standard',
      };
    }
    if (whole !== undefined) {
      const added = shelf.variants.find((id) => !shelf.holds(whole, id)) ?? 0;
      const variant = gid('ProductVariant', `gid://shopify/ProductVariant/${added}`);
      const changes = [{ change: 'add_variant' as const, variant, quantity: 1 }];
      return { op: 'order_edit', order: orderOf(whole), changes, staffNote: 'killed and restarted' };
    }
    return { op: 'order_tags_add', order: orderOf(dice.pick(shelf.busy)), tags: [`k${serial}`] };
  }

  function newPlan(): Plan {
    const shelf = dice.pick(shelves);
    const store = slugOf(shelf.domain);
    const writes: PlannedWrite[] = [];
    for (let at = 0, count = 2 + dice.int(4); at < count; at += 1) {
      const op = writeFor(shelf);
      const orders = 'order' in op ? [String(op.order)] : [];
      const dependsOn = at > 0 && dice.chance(0.15) ? [`w${at - 1}`] : [];
      writes.push({ key: `w${at}`, store: storeId(store), op, dependsOn, orders });
    }
    return planOf(`plan-${seed}-${serial}`, store, writes);
  }

  function decisions(): Task[] {
    return open.flatMap(({ id, state, op, entity, undecidable }): Task[] => {
      if (state === 'conflict') {
        const theirs = [...ledger.byHand.values()].flat().some((held) => held === entity) || dice.chance(0.4);
        return [{ do: 'resolve', writes: [id], choice: theirs ? 'theirs' : 'mine' }];
      }
      if (!undecidable || op !== 'order_invoice_send' || dice.chance(0.5)) return [];
      if (dice.chance(0.5)) return [{ do: 'resolve', writes: [id], choice: 'theirs' }];
      ledger.sentAgain.push(entity);
      return [{ do: 'retry', writes: [id] }];
    });
  }

  return {
    ledger,
    tasks: () => {
      pending ??= newPlan();
      const runs = [...ledger.committed.keys()];
      const undo: Task[] = runs.length > 0 && dice.chance(0.1) ? [{ do: 'undo', run: dice.pick(runs) }] : [];
      return [{ do: 'commit', plan: pending }, ...(dice.chance(0.4) ? decisions() : []), ...undo];
    },
    heard: (report) => {
      if (report.at === 'opened') ({ open } = report);
      if (report.at !== 'committed' || report.plan !== pending?.id) return;
      ledger.committed.set(report.run, pending);
      pending = null;
    },
  };
}

/** Sorts a store's orders by what can be done to them. */
function shelfOf(demo: Demo, domain: string): Shelf {
  const inspection = demo.inspect(domain);
  const whole = inspection
    .withError('product_not_linked')
    .filter(({ order }) => order.shippingAddress !== null && order.cancelledAt === null)
    .map(({ order }) => order.id);
  const unpaid = inspection
    .withError('payment_pending')
    .filter(({ order }) => order.financialStatus === 'PENDING' && order.email !== null)
    .map(({ order }) => order.id);
  const variants = inspection.variants.map(({ id }) => id);
  if (whole.length < 4 * BUSY || unpaid.length < BUSY)
    throw new Error(`${domain} has too few orders to be killed over.`);
  const take = (): number[] => whole.splice(0, BUSY);
  const byHand = take();
  for (const order of byHand) demo.act.setAddress(domain, orderOf(order), { company: BY_HAND });
  const moved = take().map((id): [number, string | null] => {
    const { order } = inspection.order(orderOf(id));
    return [id, order.shippingAddress?.company ?? null];
  });
  const holds = (order: number, variant: number): boolean =>
    inspection.order(orderOf(order)).order.items.some(({ variantId }) => variantId === variant);
  return { domain, busy: take(), moved: new Map(moved), byHand, unpaid, whole, variants, holds };
}

function planOf(id: string, store: string, writes: readonly PlannedWrite[]): Plan {
  const orders = [...new Set(writes.flatMap((write) => write.orders))];
  return {
    format: 'unstuck-plan',
    version: 1,
    id,
    createdAt: 0,
    fix: 'reprocess',
    params: {},
    orders: orders.map((order, at) => ({
      id: at + 1,
      store,
      gid: order,
      name: `#${order.split('/').at(-1)}`,
      changes: [],
      remaining: null,
    })),
    writes: [...writes],
    excluded: [],
    cost: 10 * writes.length,
    estimateMs: 0,
  };
}
