import type { WriteOpName } from '../../../../shared/domain/write.ts';
import type { Dice } from '../../../demo/random.ts';
import { around, CRASH_POINTS } from './crash-points.ts';
import type { Errand, Task } from './errand.ts';

/** Points that an errand may never get to: it is done first then, which takes longest. */
const ANY = 0.15;

const REQUESTS: Readonly<Partial<Record<WriteOpName, readonly string[]>>> = {
  order_tags_add: ['tagsAdd'],
  order_address_set: ['orderUpdate'],
  order_mark_as_paid: ['orderMarkAsPaid'],
  order_create: ['orderCreate'],
  order_edit: ['orderEditBegin', 'orderEditCommit', 'the commit of progress'],
  order_invoice_send: ['orderInvoiceSend'],
};

/**
 * A point that a process with these tasks most likely gets to, now and then one where none has died yet.
 * @param nextDay the journal is backed up first
 */
export function chooseDoom(
  dice: Dice,
  tasks: readonly Task[],
  nextDay: boolean,
  deaths: ReadonlyMap<string, number>,
): NonNullable<Errand['doom']> {
  const unmet = CRASH_POINTS.filter((point) => !deaths.has(point));
  if (dice.chance(ANY)) return { point: dice.pick(unmet.length > 0 ? unmet : CRASH_POINTS), nth: 1 };
  if (nextDay && dice.chance(0.7)) return { point: dice.pick(around('backup')), nth: 1 };
  const undo = tasks.some((task) => task.do === 'undo');
  if (undo && dice.chance(0.7)) {
    const what = ['the commit of run_undone', 'the commit of write_cancelled', 'tagsRemove'];
    return { point: dice.pick(what.flatMap(around)), nth: 1 };
  }
  const ops = tasks.flatMap((task) => (task.do === 'commit' ? task.plan.writes.map(({ op }) => op.op) : []));
  const asked = ops.flatMap((op) => REQUESTS[op] ?? []);
  const often = ['read', 'the commit of write_sending', 'the commit of write_applied'];
  const what = dice.pick([...asked, ...asked, ...often, 'the commit of run_committed']);
  return { point: dice.pick(around(what)), nth: often.includes(what) ? 1 + dice.int(3) : 1 };
}
