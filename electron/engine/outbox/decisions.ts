import type { StoreId, WriteId } from '../../../shared/domain/ids.ts';
import type { Millis } from '../../../shared/domain/order.ts';
import { failed } from '../../../shared/failed.ts';
import { NO_EFFECT } from '../shopify/writes/remote-write.ts';
import type { Journal } from './journal.ts';
import { isManual } from './local-op.ts';
import { moveWrite } from './move-write.ts';
import { reviveWrite } from './revive-write.ts';
import type { WriteRecord } from './write-record.ts';

export interface DecisionPorts {
  readonly journal: Journal;
  readonly agent: string;
  readonly now: Millis;
  /** Being read or sent right now: a decision would come too late. */
  readonly isBusy: (id: WriteId) => boolean;
  readonly hasStore: (id: StoreId) => boolean;
}

/**
 * Lets each of `ids` be tried again now; an unknown one is sent again: the agent answers for that. A rejected one begins
 * anew, with what was cancelled because of it, where that keeps the order of its entity.
 */
export function retryWrites(ports: DecisionPorts, ids: readonly WriteId[]): number {
  return decide(ports, ids, ({ journal, agent: who, now }, write) => {
    const { id, state } = write;
    if (state === 'rejected') return reviveWrite(ports, write);
    if (state === 'retry_wait' || state === 'blocked_auth' || state === 'conflict') {
      return moveWrite(journal, id, 'retry', { now, who });
    }
    if (state !== 'unknown' || ports.isBusy(id)) return null;
    // Begun anew: what an earlier request may have done is the agent's word against nothing.
    return moveWrite(journal, id, 'retry', {
      now,
      who,
      patch: { before: null, progress: null, evidence: null },
    });
  });
}

/** Takes back what has not been sent; what depends on it is cancelled too. */
export function cancelWrites(ports: DecisionPorts, ids: readonly WriteId[]): number {
  return decide(ports, ids, ({ journal, agent: who, now }, { id, state }) => {
    return ports.isBusy(id) && state === 'unknown'
      ? null
      : moveWrite(journal, id, 'cancel', {
          now,
          who,
          reason: { code: state === 'unknown' ? 'cancelled_unknown' : 'cancelled', by: who },
        });
  });
}

/**
 * The agent's choice. A conflict: mine sends the fix over what is there now, theirs leaves that. An unknown write: mine
 * says that it was sent, theirs that it was not and need not be. A step on the platform: mine says that it is done.
 */
export function resolveWrites(
  ports: DecisionPorts,
  ids: readonly WriteId[],
  choice: 'mine' | 'theirs',
): number {
  return decide(ports, ids, ({ journal, agent: who, now }, { id, state, op, rebased }) => {
    const mine = choice === 'mine';
    const declared = { effect: NO_EFFECT, evidence: { said: who } };
    if (state === 'conflict') {
      return mine
        ? moveWrite(journal, id, 'keep_mine', { now, who, patch: rebased ? { op: rebased } : {} })
        : moveWrite(journal, id, 'keep_theirs', { now, who, reason: { code: 'kept_theirs' } });
    }
    if (state === 'unknown' && !ports.isBusy(id)) {
      return mine
        ? moveWrite(journal, id, 'declare_done', {
            now,
            who,
            reason: { code: 'said_sent', by: who },
            patch: declared,
          })
        : moveWrite(journal, id, 'declare_void', {
            now,
            who,
            reason: { code: 'said_not_sent', by: who },
          });
    }
    if (state === 'queued' && isManual(op)) {
      return mine
        ? moveWrite(journal, id, 'declare_done', {
            now,
            who,
            reason: { code: 'said_done', by: who },
            patch: declared,
          })
        : moveWrite(journal, id, 'declare_void', {
            now,
            who,
            reason: { code: 'said_not_done', by: who },
          });
    }
    return null;
  });
}

/** All decisions on `ids` in one transaction; the number of writes that they moved. */
function decide(
  ports: DecisionPorts,
  ids: readonly WriteId[],
  one: (ports: DecisionPorts, write: WriteRecord) => WriteRecord | null,
): number {
  return ports.journal.change(() => {
    let changed = 0;
    for (const id of new Set(ids)) {
      const write = ports.journal.writes.get(id);
      if (!write) {
        throw failed('not_found', { code: 'no_write', write: id });
      }
      if (one(ports, write)) changed += 1;
    }
    return changed;
  });
}
