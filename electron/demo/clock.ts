/**
 * The demo's two times: `wall` for timestamps (may be frozen by the caller), `elapsed` for durations such as
 * index lag and rate limits (always runs, so that a frozen wall clock never freezes a queue).
 */
export interface DemoClock {
  /** UTC milliseconds, whole seconds only: Shopify's DateTime carries no fractions of a second. */
  wall(): number;
  /** Milliseconds since the demo started, monotonic. */
  elapsed(): number;
  /** Lets time pass at once, on both clocks. */
  move(ms: number): void;
}

/** @param now source of UTC milliseconds, `Date.now` unless a test owns the time */
export function createDemoClock(now: () => number = Date.now): DemoClock {
  const started = performance.now();
  let moved = 0;
  return {
    wall: () => Math.floor((now() + moved) / 1000) * 1000,
    elapsed: () => performance.now() - started + moved,
    move: (ms) => {
      moved += ms;
    },
  };
}
