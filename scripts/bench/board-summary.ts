import { SHORT_TURNS, type Subject } from './lab.ts';
import { CALL, openBenchEngine } from './open-bench-engine.ts';
import { benchRow } from './row.ts';
import { median, percentile, spread } from './statistics.ts';
import { takeTurns, timed } from './take-turns.ts';

const FEW = 10_000;

/** The board of all stores. Floor: the same at 10,000 orders (at a tenth up to there): it must not grow with them. */
export const boardSummary: Subject = {
  name: 'board.summary',
  run: async ({ orders, stores, seed, note, filled }) => {
    const few = orders > FEW ? FEW : Math.ceil(orders / 10);
    const small = await openBenchEngine(await filled({ seed, stores, orders: few }));
    const large = await openBenchEngine(await filled({ seed, stores, orders }));
    const { floor, subject } = await takeTurns({
      turns: SHORT_TURNS,
      floor: () => timed(() => small.handlers['board.summary']({}, CALL)),
      subject: () => timed(() => large.handlers['board.summary']({}, CALL)),
    });
    await small.close();
    await large.close();
    note(
      `  at ${few} ${spread(floor)}; at ${orders} ${spread(subject)}, p99 ${percentile(subject, 0.99).toFixed(2)} ms`,
    );
    return [
      benchRow(
        { name: 'board.summary', value: median(subject), unit: 'ms', floor: median(floor) },
        { ratio: 1.5, atMost: 2 },
      ),
    ];
  },
};
