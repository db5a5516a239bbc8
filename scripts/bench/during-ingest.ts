import { setImmediate as letOthersIn } from 'node:timers/promises';
import { diceFor } from '../../electron/demo/random.ts';
import { ORDER_STATES } from '../../shared/domain/error-type.ts';
import { copyHome, removeHome } from './bench-home.ts';
import { SHORT_TURNS, type Subject } from './lab.ts';
import { CALL, openBenchEngine } from './open-bench-engine.ts';
import { benchRow } from './row.ts';
import { percentile, spread } from './statistics.ts';
import { timed } from './take-turns.ts';
import { startThread } from './threads.ts';

const WINDOW = 200;

/** Board and windows while another thread takes orders in as fast as it can. Floor: the same with nothing going on. */
export const duringIngest: Subject = {
  name: 'reads during ingest',
  run: async ({ orders, stores, seed, note, filled }) => {
    const spec = { seed, stores, orders };
    const home = copyHome(await filled(spec));
    const engine = await openBenchEngine(home);
    const { ids } = await engine.handlers['orders.ids']({ filter: { states: [...ORDER_STATES] } }, CALL);
    const read = async () => {
      const taken = { board: [] as number[], window: [] as number[] };
      for (let turn = 0; turn < SHORT_TURNS; turn += 1) {
        const from = diceFor(seed, 'window', turn).int(Math.max(1, ids.length - WINDOW));
        const window = Array.from(ids.subarray(from, from + WINDOW));
        taken.board.push(await timed(() => engine.handlers['board.summary']({}, CALL)));
        taken.window.push(await timed(() => engine.handlers['orders.page']({ ids: window }, CALL)));
        await letOthersIn();
      }
      return taken;
    };
    await read();
    const idle = await read();
    const stop = await startThread({ task: 'ingest', home, spec });
    const begun = performance.now();
    const busy = await read();
    const seconds = (performance.now() - begun) / 1000;
    const taken = await stop();
    await engine.close();
    removeHome(home);
    note(
      `  board idle ${spread(idle.board)}; while ${taken} orders came in within about ${seconds.toFixed(1)} s ${spread(busy.board)}`,
    );
    note(`  window idle ${spread(idle.window)}; during ingest ${spread(busy.window)}`);
    const p99 = (samples: readonly number[]): number => percentile(samples, 0.99);
    return [
      benchRow(
        {
          name: 'board.summary p99 during ingest',
          value: p99(busy.board),
          unit: 'ms',
          floor: p99(idle.board),
        },
        { atMost: 5 },
      ),
      benchRow(
        {
          name: 'orders.page 200 p99 during ingest',
          value: p99(busy.window),
          unit: 'ms',
          floor: p99(idle.window),
        },
        { ratio: 2 },
      ),
    ];
  },
};
