import type { Clock } from '../../ports.ts';

export interface FakeClock extends Clock {
  /** Everything that is asleep, or falls asleep from now on, never wakes: the process is gone. */
  kill(): void;
  /** Time passes, or, with less than 0, the clock is set back. */
  advance(ms: number): void;
  /** The clock of everybody else: nobody sets theirs back. */
  readonly others: () => number;
}

/** Time that passes only by sleeping: each sleeper wakes after a turn of the event loop, at its time. */
export function fakeClock(start = Date.UTC(2026, 10, 24, 8), others = start): FakeClock {
  let now = start;
  let ahead = others - start;
  let dead = false;
  return {
    now: () => now,
    sleep: async (ms, signal) => {
      const due = now + ms;
      // A few turns, so that whoever is about to answer does so first.
      for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      if (dead) await new Promise(() => undefined);
      if (!signal?.aborted) now = Math.max(now, due);
    },
    kill: () => {
      dead = true;
    },
    advance: (ms) => {
      now += ms;
      ahead += Math.max(0, -ms);
    },
    others: () => now + ahead,
  };
}
