import type { WriteId } from '../../../shared/domain/ids.ts';
import type { Millis } from '../../../shared/domain/order.ts';
import type { RetryTrouble } from '../../../shared/domain/retry-rule.ts';
import type { WriteReason } from '../../../shared/domain/write-reason.ts';
import type { Journal } from './journal.ts';
import { moveWrite, plainReason, UNSTUCK } from './move-write.ts';
import type { WritePatch } from './writes-repo.ts';

/**
 * A try came to nothing, and nothing of it can have taken effect: the write waits for its next one, or ends where the
 * agent's rule for this kind of trouble says so. What it was tried for and how often is kept with it.
 */
export function postponeWrite(
  journal: Journal,
  id: WriteId,
  failed: {
    readonly trouble: RetryTrouble;
    readonly reason: WriteReason;
    readonly now: Millis;
    readonly patch: Required<Pick<WritePatch, 'attempts' | 'nextAttemptAt'>>;
  },
): void {
  const { trouble, reason, now, patch } = failed;
  journal.change(() => {
    const before = journal.tries.get(id);
    const isAnother = before?.trouble !== trouble;
    const tries = isAnother ? 1 : before.tries + 1;
    // A clock that was set back has waited no time.
    const since = isAnother ? now : Math.min(before.since, now);
    const { most, withinMs } = journal.tries.rules()[trouble];
    const isOver = (most !== null && tries >= most) || (withinMs !== null && now - since > withinMs);
    if (!isOver) {
      if (moveWrite(journal, id, 'postpone', { now, who: UNSTUCK, reason, patch }))
        journal.tries.put(id, { trouble, tries, since });
      return;
    }
    const event = journal.writes.get(id)?.state === 'sending' ? 'reject' : 'find_impossible';
    const last = plainReason(reason);
    moveWrite(journal, id, event, {
      now,
      who: UNSTUCK,
      reason: { code: 'in_vain', attempts: tries, last },
      patch: { attempts: patch.attempts },
    });
  });
}
