import type { Millis } from '../../../shared/domain/order.ts';
import type { RunControl } from './run-control-repo.ts';

/** What keeps a run, or the part of it that a write is in, from being sent. */
export type RunHold =
  | { readonly kind: 'paused' }
  | { readonly kind: 'scheduled'; readonly at: Millis }
  | { readonly kind: 'stopped' }
  /** A later stage: the ones before it have to end first. */
  | { readonly kind: 'staged' };

/** What holds a whole run back at `now`; null: nothing does. */
export function runHold({ pausedAt, startsAt, staging }: RunControl, now: Millis): RunHold | null {
  if (pausedAt !== null) return { kind: 'paused' };
  if (startsAt !== null && startsAt > now) return { kind: 'scheduled', at: startsAt };
  if (staging !== null && staging.stoppedAt !== null) return { kind: 'stopped' };
  return null;
}

/** The same for the write at place `seq` of the run. */
export function writeHold(control: RunControl, seq: number, now: Millis): RunHold | null {
  const { staging } = control;
  return runHold(control, now) ?? (staging !== null && seq > staging.openSeq ? { kind: 'staged' } : null);
}
