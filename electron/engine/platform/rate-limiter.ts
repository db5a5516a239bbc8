import type { Millis } from '../../../shared/domain/order.ts';
import type { Clock } from '../ports.ts';

/** Lets at most `most` calls through in any window of `windowMs`; the others wait for their turn, in order. */
export interface RateLimiter {
  /** Resolves when a call may start, or at once when `signal` aborts. */
  turn(signal?: AbortSignal): Promise<void>;
}

export function createRateLimiter(
  clock: Clock,
  { most, windowMs }: { most: number; windowMs: number },
): RateLimiter {
  const started: Millis[] = [];
  let queue: Promise<void> = Promise.resolve();

  async function wait(signal?: AbortSignal): Promise<void> {
    for (;;) {
      const now = clock.now();
      while (started[0] !== undefined && started[0] <= now - windowMs) started.shift();
      const oldest = started[0];
      if (signal?.aborted || oldest === undefined || started.length < most) break;
      await clock.sleep(oldest + windowMs - now, signal);
    }
    if (!signal?.aborted) started.push(clock.now());
  }

  return {
    turn(signal) {
      queue = queue.then(() => wait(signal));
      return queue;
    },
  };
}
