import type { StoreId } from '../../../shared/domain/ids.ts';
import type { Clock } from '../ports.ts';
import type { Journal } from './journal.ts';

/** A run that is scheduled meanwhile, or a clock that was set, is noticed within this. */
const LONGEST_LOOK_MS = 15_000;

/** While the outbox sends by itself: wakes the stores whenever a scheduled run's time comes. Ends when `signal` aborts. */
export async function wakeAtStarts(ports: {
  readonly journal: Pick<Journal, 'control' | 'writes'>;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly wake: (stores: Iterable<StoreId>) => void;
}): Promise<void> {
  const { journal, clock, signal, wake } = ports;
  let looked = clock.now();
  while (!signal.aborted) {
    const next = journal.control.nextStart(looked);
    const now = clock.now();
    // A clock that was set back is followed back.
    if (now < looked) looked = now;
    else if (next !== null && next <= now) {
      looked = now;
      wake(journal.writes.storesWithOpenWrites());
    } else await clock.sleep(Math.min(LONGEST_LOOK_MS, next === null ? LONGEST_LOOK_MS : next - now), signal);
  }
}
