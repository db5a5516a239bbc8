import { diceFor } from '../../electron/demo/random.ts';
import { ORDER_STATES } from '../../shared/domain/error-type.ts';
import { SHORT_TURNS, type Subject } from './lab.ts';
import { CALL, openBenchEngine } from './open-bench-engine.ts';
import { openFloorReader } from './open-floor-reader.ts';
import { benchRow } from './row.ts';
import { median, percentile, spread } from './statistics.ts';
import { takeTurns, timed } from './take-turns.ts';

const WINDOW = 200;

/** A window of rows at a random depth of all orders by age. Floor: one `IN (200)` by primary key, of whole rows. */
export const ordersPage: Subject = {
  name: 'orders.page 200',
  run: async ({ orders, stores, seed, note, filled }) => {
    const home = await filled({ seed, stores, orders });
    const engine = await openBenchEngine(home);
    const { ids } = await engine.handlers['orders.ids'](
      { filter: { states: [...ORDER_STATES] }, sort: 'age' },
      CALL,
    );
    const windowOf = (turn: number): number[] => {
      const from = diceFor(seed, 'window', turn).int(Math.max(1, ids.length - WINDOW));
      return Array.from(ids.subarray(from, from + WINDOW));
    };
    const reader = openFloorReader(home);
    const byId = reader.prepare<number[]>(
      `SELECT * FROM orders WHERE id IN (${Array.from({ length: WINDOW }, () => '?').join(', ')})`,
    );
    const { floor, subject } = await takeTurns({
      turns: SHORT_TURNS,
      floor: (turn) => {
        const window = windowOf(turn);
        return timed(() => byId.all(...window));
      },
      subject: (turn) => {
        const window = windowOf(turn);
        return timed(() => engine.handlers['orders.page']({ ids: window }, CALL));
      },
    });
    reader.close();
    await engine.close();
    note(`  IN (${WINDOW}) ${spread(floor)}; orders.page ${spread(subject)}`);
    const p99 = (samples: readonly number[]): number => percentile(samples, 0.99);
    return [
      benchRow(
        { name: 'orders.page 200', value: median(subject), unit: 'ms', floor: median(floor) },
        { ratio: 2 },
      ),
      benchRow(
        { name: 'orders.page 200 p99', value: p99(subject), unit: 'ms', floor: p99(floor) },
        { atMost: 8 },
      ),
    ];
  },
};
