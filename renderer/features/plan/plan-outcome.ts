import { REPROCESS_TAG } from '../../../shared/domain/error-type.ts';
import type { Plan } from '../../../shared/domain/plan.ts';
import { WRITE_TRAITS } from '../../../shared/domain/write.ts';

/** What happens on the platform once a plan is through: names the sentence that says so. */
export type PlanOutcome = 'byItself' | 'reprocessed' | 'waitsForYou' | 'waitsForBuyer' | 'localOnly';

export function planOutcome({ writes }: Pick<Plan, 'writes'>): PlanOutcome {
  if (writes.some(({ op }) => op.op === 'platform_step')) return 'waitsForYou';
  if (writes.every(({ op }) => WRITE_TRAITS[op.op].repeat === 'local')) return 'localOnly';
  if (writes.every(({ op }) => op.op === 'payment_reminder_send' || op.op === 'order_invoice_send'))
    return 'waitsForBuyer';
  return writes.some(({ op }) => op.op === 'order_tags_add' && op.tags.includes(REPROCESS_TAG))
    ? 'reprocessed'
    : 'byItself';
}
