import { SHORT_TURNS, type Subject } from './lab.ts';
import { CALL, openBenchEngine } from './open-bench-engine.ts';
import { openFloorReader } from './open-floor-reader.ts';
import { benchRow } from './row.ts';
import { median, spread } from './statistics.ts';
import { takeTurns, timed } from './take-turns.ts';

/** All ids of the largest group, by age, as they cross the wire. Floor: `pluck().all()` of the same scan. */
export const ordersIds: Subject = {
  name: 'orders.ids',
  run: async ({ orders, stores, seed, note, filled }) => {
    const home = await filled({ seed, stores, orders });
    const engine = await openBenchEngine(home);
    const [largest] = await engine.handlers['board.summary']({}, CALL);
    if (!largest) throw new Error('The board is empty.');
    const { errorType } = largest;
    const reader = openFloorReader(home);
    const scan = reader
      .prepare<[string], number>(
        `SELECT id FROM orders WHERE state = 'stuck' AND error_type = ? ORDER BY created_at, id`,
      )
      .pluck();
    const { floor, subject } = await takeTurns({
      turns: SHORT_TURNS,
      floor: () => timed(() => scan.all(errorType)),
      subject: () => timed(() => engine.handlers['orders.ids']({ filter: { errorType }, sort: 'age' }, CALL)),
    });
    reader.close();
    await engine.close();
    note(`  pluck ${spread(floor)}; orders.ids ${spread(subject)} for ${largest.orders} of ${errorType}`);
    return [
      benchRow(
        { name: 'orders.ids', value: median(subject), unit: 'ms', floor: median(floor) },
        { ratio: 1.2, atMost: 25 },
      ),
    ];
  },
};
