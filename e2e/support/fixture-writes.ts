import { type WriteRow, writeRowSchema } from '../../shared/contract/rows.ts';
import type { WriteState } from '../../shared/domain/write.ts';

/** A write that removes the tag of an order, in the given state. */
export const fixtureWrite = (id: number, state: WriteState, more: Partial<WriteRow> = {}): WriteRow =>
  writeRowSchema.parse({
    id,
    run: 'r1',
    storeId: 'atelier-nord',
    fix: 'remove_ignore_tag',
    op: 'order_tags_remove',
    entity: `gid://shopify/Order/${id}`,
    what: 'Remove tag bigblue-ignore',
    does: { op: 'order_tags_remove', order: `gid://shopify/Order/${id}`, tags: ['bigblue-ignore'] },
    orders: [`#AN-${id}`],
    state,
    attempts: 1,
    nextAttemptAt: null,
    reason: null,
    requestId: null,
    conflict: state === 'conflict' ? [{ field: 'tag', planned: 'a', now: 'b', mine: 'c', said: null }] : [],
    createdAt: 0,
    updatedAt: 0,
    ...more,
  });
