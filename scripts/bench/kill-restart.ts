import { killAndRestart } from '../../electron/engine/test-support/kill/kill-and-restart.ts';
import type { Subject } from './lab.ts';
import { benchRow } from './row.ts';

const KILLS = 500;

/** A real engine killed while it works and started again, over and over: what it leaves must be right, or nothing counts. */
export const killRestart: Subject = {
  name: 'kill and restart',
  run: async ({ seed, note }) => {
    const started = performance.now();
    const { broken, writes } = await killAndRestart({ seed, kills: KILLS, abreast: 2 });
    const taken = performance.now() - started;
    note(`  ${JSON.stringify(writes)}`);
    if (broken.length > 0) throw new Error(broken.join('\n'));
    return [
      benchRow(
        { name: `${KILLS} kill-restart cycles`, value: taken, unit: 'ms', floor: null },
        { atMost: 180_000 },
      ),
    ];
  },
};
