import type { DemoClock } from '../clock.ts';

/** Size and refill of a store's bucket of query points. */
export interface ThrottleLimits {
  readonly bucket: number;
  readonly restorePerSecond: number;
}

/** A leaky bucket of query points, one per store and app. */
export interface Throttle {
  /** Takes the requested points; false, and nothing taken, when they are not there. */
  take(points: number): boolean;
  giveBack(points: number): void;
  status(): { maximumAvailable: number; currentlyAvailable: number; restoreRate: number };
}

/** A full bucket. */
export function createThrottle(limits: ThrottleLimits, clock: DemoClock): Throttle {
  let available = limits.bucket;
  let at = clock.elapsed();
  const refill = (): void => {
    const now = clock.elapsed();
    available = Math.min(limits.bucket, available + (Math.max(0, now - at) / 1000) * limits.restorePerSecond);
    at = now;
  };
  return {
    take: (points) => {
      refill();
      if (points > available) return false;
      available -= points;
      return true;
    },
    giveBack: (points) => {
      available = Math.min(limits.bucket, available + points);
    },
    status: () => {
      refill();
      return {
        maximumAvailable: limits.bucket,
        currentlyAvailable: Math.floor(available),
        restoreRate: limits.restorePerSecond,
      };
    },
  };
}
