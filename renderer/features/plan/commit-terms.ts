import type { Input } from '../../../shared/contract/methods.ts';

/** When a plan is to be sent and on how many orders first, as an agent fills it in. */
export interface CommitTerms {
  readonly when: 'now' | 'at' | 'cutoff';
  /** As the browser's field has it: `2026-11-24T09:55`, local. */
  readonly at: string;
  readonly isStaged: boolean;
  /** Percent, as typed. */
  readonly stopAbove: string;
}

export const AT_ONCE: CommitTerms = { when: 'now', at: '', isStaged: false, stopAbove: '20' };

/** “Try on 1, then 10, then the rest.” */
const TRIAL_SIZES = [1, 10];

/** Which field is wrong: the time is over or missing, or the share is no percentage. */
export type WrongTerm = 'at' | 'stopAbove';

/** What is wrong with the terms at `now`; null: nothing. */
export function wrongTerm({ when, at, isStaged, stopAbove }: CommitTerms, now: number): WrongTerm | null {
  if (when === 'at' && !(Date.parse(at) > now)) return 'at';
  if (isStaged && !(/^\d{1,3}$/.test(stopAbove.trim()) && Number(stopAbove) <= 100)) return 'stopAbove';
  return null;
}

/** The terms as `fix.commit` takes them; they must not be wrong. */
export function termsInput({
  when,
  at,
  isStaged,
  stopAbove,
}: CommitTerms): Pick<Input<'fix.commit'>, 'schedule' | 'stages'> {
  return {
    ...(when === 'at' ? { schedule: { at: Date.parse(at) } } : {}),
    ...(when === 'cutoff' ? { schedule: { beforeCutoff: true as const } } : {}),
    ...(isStaged ? { stages: { sizes: TRIAL_SIZES, stopAbove: Number(stopAbove) / 100 } } : {}),
  };
}
