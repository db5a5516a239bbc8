import type { StoreId, WriteId } from '../../../../shared/domain/ids.ts';
import { WRITE_TRAITS, type WriteOpName } from '../../../../shared/domain/write.ts';
import type { StepEnd, StepPorts, StoreLine } from '../step.ts';
import type { WriteCosts } from '../write-costs.ts';
import type { WriteRecord } from '../write-record.ts';
import { followBulk } from './follow-bulk.ts';
import { FEWEST_LINES, isWorthBulk } from './is-worth-bulk.ts';
import { sendInBulk } from './send-in-bulk.ts';

/** Lines of one operation: so many are looked at within a minute of its start at a hundred points a second. */
const MOST_LINES = 5000;
/** Of values that replace others, fewer: what somebody else writes between look and execution would be lost. */
const MOST_REPLACING = 1000;
const REPLACING: ReadonlySet<WriteOpName> = new Set([
  'order_address_set',
  'order_contact_set',
  'variant_sku_set',
]);
/** How often a lane asks itself whether an operation is worth it. */
const ASK_EVERY_MS = 2000;
/** After one that came to nothing, its writes and the next go by themselves this long. */
const REST_MS = 60_000;
/** Points of a look that many share a request for. */
const LOOK_POINTS = 1;

/** The bulk operations of one store's lane, one after the other. */
export interface BulkLane {
  /** What it is doing: settles when an operation is begun, over, or cannot go on for now; null: nothing. */
  readonly running: Promise<void> | null;
  /** Follows the operation that is not over, or begins one where that is predicted to be faster. */
  goOn(line: StoreLine): void;
  /** Stops following. What the store has begun goes on there, and is followed by the next lane. */
  stop(): void;
}

export function createBulkLane(
  ports: StepPorts & { readonly busy: Set<WriteId> },
  store: StoreId,
  lane: {
    readonly costs: WriteCosts;
    readonly heed: (end: StepEnd) => void;
    readonly failed: (thrown: unknown) => void;
  },
): BulkLane {
  const { journal, clock, busy } = ports;
  const stopped = new AbortController();
  let askAt = 0;
  let running: Promise<void> | null = null;

  function start(work: () => Promise<StepEnd>): void {
    running = work()
      .then(lane.heed, lane.failed)
      .finally(() => {
        running = null;
      });
  }

  /** Writes of the kind that most wait of, if a bulk operation does them sooner. */
  function candidates(line: StoreLine): readonly WriteRecord[] {
    const bucket = line.client.budget.bucket();
    if (!bucket || !journal.bulk.isQueueLong(store, FEWEST_LINES)) return [];
    const ready = journal.turns
      .ready(store, clock.now(), MOST_LINES)
      .filter(
        ({ id, attempts, op }) => attempts === 0 && !busy.has(id) && WRITE_TRAITS[op.op].repeat === 'safe',
      );
    const [most = []] = [...Map.groupBy(ready, ({ op }) => op.op).values()].toSorted(
      (a, b) => b.length - a.length,
    );
    const [first] = most;
    if (!first) return [];
    const isWorth = isWorthBulk({
      writes: most.length,
      pointsEach: lane.costs.of(first.op),
      lookPoints: LOOK_POINTS,
      available: bucket.available,
      restoreRate: bucket.restoreRate,
      linesPerSecond: journal.bulk.rate(store),
    });
    return isWorth ? most.slice(0, REPLACING.has(first.op.op) ? MOST_REPLACING : MOST_LINES) : [];
  }

  return {
    get running() {
      return running;
    },
    goOn: (line) => {
      const { bulk } = line;
      if (running || !bulk || stopped.signal.aborted) return;
      const open = journal.bulk.open(store);
      if (open) {
        start(() => followBulk(ports, line, bulk, open, stopped.signal));
        return;
      }
      const now = clock.now();
      if (now < askAt || !line.client.budget.bucket()) return;
      askAt = now + ASK_EVERY_MS;
      const writes = candidates(line);
      if (writes.length === 0) return;
      for (const { id } of writes) busy.add(id);
      start(async () => {
        try {
          const end = await sendInBulk(ports, line, bulk, store, writes, stopped.signal);
          if (!journal.bulk.open(store)) askAt = clock.now() + REST_MS;
          return end;
        } finally {
          for (const { id } of writes) busy.delete(id);
        }
      });
    },
    stop: () => stopped.abort(),
  };
}
