import type { Clock } from '../ports.ts';
import { availableAt, type Budget, type Cost, learnBudget } from './budget.ts';

/** Points that somebody may spend; what is spent shows in answers, the rest must be let go. */
export interface Grant {
  /** So many of its points are in an answer that the budget has learned from. */
  spend(points: number): void;
  /** Nothing more of it will be spent. Once is enough. */
  release(): void;
}

/**
 * The query points of one store, shared by those who read and those who write (architecture.md, Flows 1). Writes come
 * first; reads that find writes at work get a share of what the store restores, so that neither starves. Points;
 * waits in ms. Nothing is known before the first answer: then nobody waits.
 */
export interface StoreBudget {
  learn(cost: Cost): void;
  /** The bucket as expected now, less what is granted. */
  bucket(): { readonly available: number; readonly maximum: number; readonly restoreRate: number } | null;
  /** How long until writes may take so many points (a full bucket at most); 0: now. From then on they count as at work. */
  waitOfWrites(points: number): number;
  /** Grants writes their points, whatever is left. */
  grantWrites(points: number): Grant;
  /** Resolves when it is the read's turn; at once when nobody writes. An abort ends the wait. */
  admitRead(points: number, signal?: AbortSignal): Promise<Grant>;
}

/** Of what a store restores, the part that reads get while writes take all that they can. */
export const READ_SHARE = 0.1;
/** Writes that asked for points are at work this much longer than they were to wait, ms. */
const AT_WORK_MS = 1000;
const SHORTEST_WAIT_MS = 10;

export function createStoreBudget(clock: Clock): StoreBudget {
  let budget: Budget | null = null;
  let granted = 0;
  let writesUntil = Number.NEGATIVE_INFINITY;
  /** Points that a waiting read has a right to: writes leave them. */
  let claimed = 0;
  let credit = 0;
  let creditAt = clock.now();
  let lastRead: Promise<unknown> = Promise.resolve();

  const free = (known: Budget): number => availableAt(known, clock.now()) - granted;
  const waitFor = (known: Budget, points: number): number => {
    const missing = Math.min(points, known.maximum) - free(known);
    return missing <= 0 ? 0 : Math.ceil((missing / known.restoreRate) * 1000);
  };

  function grant(points: number): Grant {
    let left = points;
    granted += points;
    const take = (spent: number): void => {
      const taken = Math.min(left, spent);
      left -= taken;
      granted -= taken;
    };
    return { spend: take, release: () => take(left) };
  }

  function accrue(known: Budget, most: number): void {
    const now = clock.now();
    credit = Math.min(most, credit + (Math.max(0, now - creditAt) / 1000) * known.restoreRate * READ_SHARE);
    creditAt = now;
  }

  /** How long the read that is first in line waits, ms; 0: it is admitted. */
  function waitOfRead(points: number): number {
    if (!budget || clock.now() >= writesUntil) return 0;
    const wanted = Math.min(points, budget.maximum);
    accrue(budget, wanted);
    const toEarn = ((wanted - credit) / (budget.restoreRate * READ_SHARE)) * 1000;
    if (toEarn > 0) return Math.ceil(Math.min(toEarn, writesUntil - clock.now()));
    claimed = wanted;
    return waitFor(budget, wanted);
  }

  return {
    learn: (cost) => {
      budget = learnBudget(cost, clock.now());
    },
    bucket: () =>
      budget && {
        available: free(budget),
        maximum: budget.maximum,
        restoreRate: budget.restoreRate,
      },
    waitOfWrites: (points) => {
      if (!budget) return 0;
      const wait = waitFor(budget, points + claimed);
      writesUntil = clock.now() + wait + AT_WORK_MS;
      return wait;
    },
    grantWrites: (points) => grant(points),
    admitRead: (points, signal) => {
      const turn = lastRead.then(async () => {
        for (;;) {
          const wait = signal?.aborted ? 0 : waitOfRead(points);
          if (wait <= 0) break;
          await clock.sleep(Math.max(SHORTEST_WAIT_MS, wait), signal);
        }
        claimed = 0;
        credit = Math.max(0, credit - points);
        return grant(signal?.aborted ? 0 : points);
      });
      lastRead = turn.catch(() => undefined);
      return turn;
    },
  };
}
