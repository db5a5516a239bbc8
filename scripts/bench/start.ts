import { LONG_TURNS, type Subject } from './lab.ts';
import { CALL, openBenchEngine } from './open-bench-engine.ts';
import { benchRow } from './row.ts';
import { median, spread } from './statistics.ts';
import { takeTurns } from './take-turns.ts';

const FEW = 1000;

/** From opening the data directory to the first board. Floor: the same with a thousand orders. */
export const start: Subject = {
  name: 'start to first board answer',
  run: async ({ orders, stores, seed, note, filled }) => {
    const small = await filled({ seed, stores, orders: FEW });
    const large = await filled({ seed, stores, orders });
    const { floor, subject } = await takeTurns({
      turns: LONG_TURNS * 2,
      floor: () => startIn(small),
      subject: () => startIn(large),
    });
    note(`  at ${FEW} ${spread(floor)}; at ${orders} ${spread(subject)}`);
    return [
      benchRow(
        { name: 'start to first board answer', value: median(subject), unit: 'ms', floor: median(floor) },
        { ratio: 1.5 },
      ),
    ];
  },
};

async function startIn(home: string): Promise<number> {
  const begun = performance.now();
  const engine = await openBenchEngine(home);
  await engine.handlers['board.summary']({}, CALL);
  const taken = performance.now() - begun;
  await engine.close();
  return taken;
}
