import type { ImportProblem, Rejection } from '../../../shared/domain/import.ts';

/** One thing that a file holds, or why one of its rows was left out. */
export type Reading<T> =
  | { readonly kind: 'accepted'; readonly row: number; readonly value: T }
  | { readonly kind: 'rejected'; readonly rejections: readonly Rejection[] };

export const accepted = <T>(row: number, value: T): Reading<T> => ({ kind: 'accepted', row, value });

export const rejected = (row: number, field: string, problem: ImportProblem): Reading<never> => ({
  kind: 'rejected',
  rejections: [{ row, field, problem }],
});
