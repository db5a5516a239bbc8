import type { Schedule } from '../../../shared/contract/methods.ts';
import { nextDeadline } from '../../../shared/domain/deadline.ts';
import type { Millis } from '../../../shared/domain/order.ts';
import { failed } from '../../../shared/failed.ts';
import type { RunTerms } from '../outbox/run-terms.ts';
import type { Store } from '../stores/store.ts';

/**
 * What a schedule means for a run of these stores, at `now`. Done before a cut-off means that it goes at once, ahead of
 * what has no cut-off to make, and never that it waits.
 * @throws UnstuckError `bad_input` for a time that is over, `refused` where none of the stores has a cut-off
 */
export function runTermsOf(
  schedule: Schedule,
  stores: readonly Pick<Store, 'id' | 'settings'>[],
  now: Millis,
): Pick<RunTerms, 'startsAt' | 'dueBy'> {
  if ('at' in schedule) {
    const { at } = schedule;
    if (at < now) throw failed('bad_input', { code: 'schedule_past', at }, { meta: { field: 'schedule' } });
    return { startsAt: at };
  }
  const deadline = nextDeadline(
    stores.map(({ id, settings: { cutoffs } }) => ({ id, cutoffs })),
    now,
  );
  if (!deadline) throw failed('refused', { code: 'no_cutoff' }, { meta: { field: 'schedule' } });
  return { dueBy: deadline.at };
}
