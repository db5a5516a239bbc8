import type { Clock, Logger } from '../../ports.ts';

/** A clock that a test owns: sleeping takes no time and is written down. */
export function testClock(start = Date.UTC(2026, 9, 1)): Clock & { readonly slept: number[] } {
  let now = start;
  const slept: number[] = [];
  return {
    slept,
    now: () => now,
    sleep: (ms) => {
      slept.push(ms);
      now += ms;
      return Promise.resolve();
    },
  };
}

export const silentLogger: Logger = { debug() {}, info() {}, warn() {}, error() {} };
