import { z } from 'zod';

/**
 * What became of a fixed order: not seen yet · nothing keeps it any more · stuck for what it was stuck for · stuck for
 * something else · watched long enough without a word.
 */
export const CHECK_OUTCOMES = ['waiting', 'solved', 'same_error', 'other_error', 'given_up'] as const;
export type CheckOutcome = (typeof CHECK_OUTCOMES)[number];

export const checkCountsSchema = z.object({
  waiting: z.int(),
  solved: z.int(),
  same_error: z.int(),
  other_error: z.int(),
  given_up: z.int(),
  /** Of the solved ones: stuck again since. */
  regressed: z.int(),
});
export type CheckCounts = Readonly<z.infer<typeof checkCountsSchema>>;
