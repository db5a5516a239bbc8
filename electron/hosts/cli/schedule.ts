import type { Schedule } from '../../../shared/contract/methods.ts';
import type { Client } from '../../../shared/contract/client.ts';
import { lateBy, nextDeadline } from '../../../shared/domain/deadline.ts';
import type { Plan } from '../../../shared/domain/plan.ts';
import { badArgument } from './arguments.ts';
import type { Output } from './output.ts';

/** `--at` and `--before-cutoff`. `at`: UTC ms. */
export interface ScheduleOptions {
  readonly at?: number;
  readonly beforeCutoff?: boolean;
}

/** @throws UnstuckError `bad_input` when both were given */
export function scheduleOf(command: string, { at, beforeCutoff }: ScheduleOptions): Schedule | undefined {
  if (at !== undefined && beforeCutoff)
    throw badArgument(command, 'give one of --at and --before-cutoff, not both.');
  if (at !== undefined) return { at };
  return beforeCutoff ? { beforeCutoff: true } : undefined;
}

/** Says so where sending the plan takes longer than is left until the next cut-off of its stores. */
export async function warnIfLate(client: Client, output: Output, plan: Plan): Promise<void> {
  const [stores, { now }] = await Promise.all([
    client.call('stores.list', {}),
    client.call('engine.status', {}),
  ]);
  const own = new Set(plan.writes.map(({ store }) => store));
  const deadline = nextDeadline(
    stores.filter(({ id }) => own.has(id)).map(({ id, settings: { cutoffs } }) => ({ id, cutoffs })),
    now,
  );
  const late = deadline && lateBy(deadline, plan.estimateMs, now);
  if (deadline && late)
    output.note(
      `unstuck: the cut-off of ${deadline.store} at ${new Date(deadline.at).toISOString()} cannot be made: sending takes about ${Math.ceil(plan.estimateMs / 1000)} s, ${Math.ceil(late / 1000)} s more than are left.`,
    );
}
