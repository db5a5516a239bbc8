import type { OrderStanding } from '../../../shared/contract/rows.ts';
import type { ErrorType } from '../../../shared/domain/error-type.ts';
import { FIXES_FOR, type FixKind } from '../../../shared/domain/fix.ts';

/** A fix and how many of some orders it is the first choice for. */
export interface SuitedFix {
  readonly fix: FixKind;
  readonly suits: number;
}

/** Orders that a fix can do something for. */
const isOpen = ({ state }: OrderStanding): boolean =>
  state === 'stuck' || state === 'snoozed' || state === 'dismissed';

/** What to do about orders of several kinds: the first choice of each, the one for most orders first. */
export function suitedFixes(standing: readonly OrderStanding[]): readonly SuitedFix[] {
  const suits = new Map<FixKind, number>();
  for (const one of standing) {
    const fix = firstFor(one);
    if (fix !== null) suits.set(fix, (suits.get(fix) ?? 0) + one.orders);
  }
  return [...suits].map(([fix, orders]) => ({ fix, suits: orders })).toSorted((a, b) => b.suits - a.suits);
}

/** What the open ones are stuck for, most orders first. */
export function errorTypesOf(standing: readonly OrderStanding[]): readonly ErrorType[] {
  return [...new Set(standing.filter(isOpen).flatMap(({ errorType }) => errorType ?? []))];
}

/** What was set aside is first brought back; what is stuck has the default fix of its error. */
function firstFor(one: OrderStanding): FixKind | null {
  if (!isOpen(one)) return null;
  if (one.state !== 'stuck') return 'restore';
  return one.errorType === null ? null : FIXES_FOR[one.errorType][0];
}
