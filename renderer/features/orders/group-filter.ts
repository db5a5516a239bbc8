import { assertNever } from '../../../shared/domain/assert-never.ts';
import type { OrderFilter } from '../../../shared/contract/methods.ts';
import type { ErrorType } from '../../../shared/domain/error-type.ts';
import type { GroupTab, View } from '../../app/view-state.ts';

/** Whether a root cause narrows the tab: it is known of stuck orders only. */
export function isNarrowed(tab: GroupTab): boolean {
  return tab !== 'snoozed' && tab !== 'dismissed';
}

/** The orders of a tab, of the chosen store and cause. */
export function groupFilter(
  type: ErrorType,
  { tab, store, cause }: Pick<View, 'tab' | 'store' | 'cause'>,
): OrderFilter {
  return {
    errorType: type,
    ...(store === null ? {} : { storeId: store }),
    ...(cause === null || !isNarrowed(tab) ? {} : { cause }),
    ...partOf(tab),
  };
}

function partOf(tab: GroupTab): OrderFilter {
  switch (tab) {
    case 'stuck':
      return {};
    case 'predictedFixed':
      return { predictedFixed: true };
    case 'missCutoff':
      return { missCutoff: true };
    case 'snoozed':
    case 'dismissed':
      return { states: [tab] };
    default:
      return assertNever(tab);
  }
}
