import { judge } from '../../electron/engine/triage/judge.ts';
import type { Order } from '../../shared/domain/order.ts';
import type { Lab, Subject } from './lab.ts';
import { benchRow } from './row.ts';
import { median, spread } from './statistics.ts';
import { syntheticContext } from './synthetic-context.ts';
import { NOW } from './synthetic-store.ts';
import { takeTurns, timed } from './take-turns.ts';
import { orderAt, type WorkspaceSpec } from './workspace.ts';

const TURNS = 9;
const MOST_ORDERS = 20_000;

/**
 * The rules alone, in one thread, over orders of which the platform knows none: each goes through all of them. The
 * context is in memory, so that no database has a part in it.
 */
export const diagnose: Subject = {
  name: 'diagnose',
  run: async ({ orders, seed, note }: Lab) => {
    const count = Math.min(orders, MOST_ORDERS);
    const spec: WorkspaceSpec = { seed, orders: count, stores: 1 };
    const made = Array.from({ length: count }, (_, n) => orderAt(spec, 0, n).order);
    const lines = made.map((order) => JSON.stringify(order));
    const ctx = syntheticContext(0);
    const { floor, subject } = await takeTurns({
      turns: TURNS,
      floor: () =>
        timed(() => {
          for (const line of lines) JSON.parse(line);
        }),
      subject: () =>
        timed(() => {
          for (const order of made) judge(order, ctx, unknownToPlatform(order));
        }),
    });
    note(`  JSON.parse ${spread(floor)}; diagnosis ${spread(subject)} for ${count} orders`);
    const rate = (samples: readonly number[]): number => count / (median(samples) / 1000);
    return [
      benchRow(
        { name: 'diagnose', value: rate(subject), unit: 'orders/s', floor: rate(floor) },
        { atLeast: 150_000 },
      ),
    ];
  },
};

function unknownToPlatform(order: Order): Parameters<typeof judge>[2] {
  return { verdict: { known: false }, mark: null, now: NOW, lastChangeAt: order.createdAt };
}
