import { drainTags, POINTS_EACH, STANDARD } from './drain-bench.ts';
import type { Lab, Subject } from './lab.ts';
import { type BenchRow, benchRow } from './row.ts';

const WRITES_EACH = 360;
const MANY = 20;
const BULK_WRITES = 2000;

/** What the store's bucket allows at best, ms: all points but those that are there at first, at the rate of refilling. */
const atBest = (writes: number): number =>
  ((writes * POINTS_EACH - STANDARD.bucket) / STANDARD.restorePerSecond) * 1000;

async function drainRow({ seed, note }: Lab, stores: number): Promise<BenchRow> {
  const best = atBest(WRITES_EACH);
  const begun = process.cpuUsage();
  const { ms, applied } = await drainTags({ seed, stores, writesEach: WRITES_EACH, bulk: false });
  const { user, system } = process.cpuUsage(begun);
  const seconds = [ms, best, (user + system) / 1000].map((each) => (each / 1000).toFixed(2));
  note(
    `  ${applied} writes in ${seconds[0]} s; the bucket allows ${seconds[1]} s; processor ${seconds[2]} s, the merchants’ included`,
  );
  const whole = applied === stores * WRITES_EACH;
  return benchRow(
    {
      name: `drain of ${stores} ${stores === 1 ? 'store' : 'stores'}, share of the bucket rate`,
      value: whole ? (best / ms) * 100 : 0,
      unit: '%',
      floor: null,
    },
    { atLeast: 97 },
  );
}

/**
 * Sending tags under the demo merchants' throttle, in real time and over real requests: one store, twenty side by side, and
 * one by bulk operation. The floor of the last is the time that the bucket takes for the same writes one by one.
 */
export const drain: Subject = {
  name: 'drain',
  run: async (lab) => {
    const one = await drainRow(lab, 1);
    const many = await drainRow(lab, MANY);
    const { ms } = await drainTags({ seed: lab.seed, stores: 1, writesEach: BULK_WRITES, bulk: true });
    const alone = atBest(BULK_WRITES);
    lab.note(
      `  ${BULK_WRITES} as a bulk operation ${(ms / 1000).toFixed(1)} s; one by one ${alone / 1000} s at best`,
    );
    return [
      one,
      many,
      benchRow(
        { name: `${BULK_WRITES} tags as a bulk operation`, value: ms, unit: 'ms', floor: alone },
        { ratio: 1 },
      ),
    ];
  },
};
