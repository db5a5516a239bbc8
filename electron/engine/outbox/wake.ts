import type { Clock } from '../ports.ts';

/** Something that several waiters can be woken by. */
export interface Wake {
  /** Resolves at the next `notify`. */
  wait(): Promise<void>;
  notify(): void;
}

export function createWake(): Wake {
  let next = Promise.withResolvers<void>();
  return {
    wait: () => next.promise,
    notify: () => {
      const { resolve } = next;
      next = Promise.withResolvers();
      resolve();
    },
  };
}

/** Sleeps `ms`, less when woken or aborted; leaves no timer behind. */
export async function sleepUntilWoken(
  clock: Clock,
  ms: number,
  wake: Wake,
  signal: AbortSignal,
): Promise<void> {
  const over = new AbortController();
  await Promise.race([clock.sleep(ms, AbortSignal.any([signal, over.signal])), wake.wait()]);
  over.abort();
}
