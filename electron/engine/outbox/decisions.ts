import type { FieldChoice } from '../../../shared/domain/field-choice.ts';
import type { StoreId, WriteId } from '../../../shared/domain/ids.ts';
import type { Millis } from '../../../shared/domain/order.ts';
import { failed } from '../../../shared/failed.ts';
import { NO_EFFECT } from '../shopify/writes/remote-write.ts';
import { chooseFields } from './choose-fields.ts';
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
 * Lets each of `ids` be tried again now; an unknown one that nothing proves is sent again: the agent answers for that
 * (one that is still being looked for stays). A rejected one begins
 * anew, with what was cancelled because of it, where that keeps the order of its entity.
 */
export function retryWrites(ports: DecisionPorts, ids: readonly WriteId[]): number {
  return decide(ports, ids, ({ journal, agent: who, now }, write) => {
    const { id, state } = write;
    if (state === 'rejected') return reviveWrite(ports, write);
    if (state === 'retry_wait' || state === 'blocked_auth' || state === 'conflict') {
      return moveWrite(journal, id, 'retry', { now, who });
    }
    // While it is still being looked for, nothing is sent again: the agent decides where nothing proves either way.
    if (state !== 'unknown' || write.nextAttemptAt !== null || ports.isBusy(id)) return null;
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

/** What the agent decided: for whole writes, or of conflicts field by field. */
export type Decision =
  | 'mine'
  | 'theirs'
  | {
      /** For the fields that `fields` does not name, or for all. */
      readonly choice?: 'mine' | 'theirs' | undefined;
      readonly fields?: Readonly<Record<string, FieldChoice>> | undefined;
      /** For all conflicts of their runs over the same fields as well. */
      readonly alike?: boolean;
    };

/**
 * Takes a decision for `ids`. What is decided field by field is worked into the write, which goes back into the queue as
 * it then is; where nothing of it is left to send, theirs was kept.
 * @throws UnstuckError `bad_input` for a field that is not in conflict, is left undecided or does not take the value;
 * then nothing is decided
 */
export function resolveWrites(ports: DecisionPorts, given: readonly WriteId[], decision: Decision): number {
  if (typeof decision === 'string') return resolveWhole(ports, given, decision);
  const { choice, fields, alike = false } = decision;
  const ids = alike ? withAlike(ports, given) : given;
  if (fields === undefined) return choice === undefined ? 0 : resolveWhole(ports, ids, choice);
  return decide(ports, ids, ({ journal, agent: who, now }, { id, state, op, conflict, rebased }) => {
    if (state !== 'conflict') return null;
    const chosen = chooseFields({ op: rebased ?? op, fields: conflict ?? [] }, fields, choice);
    if (!chosen.ok) throw failed('bad_input', chosen.why, { meta: { field: chosen.field } });
    return chosen.op === null
      ? moveWrite(journal, id, 'keep_theirs', { now, who, reason: { code: 'kept_theirs' } })
      : moveWrite(journal, id, 'keep_some', { now, who, patch: { op: chosen.op } });
  });
}

function withAlike({ journal }: DecisionPorts, ids: readonly WriteId[]): readonly WriteId[] {
  return ids.flatMap((id) => {
    const write = journal.writes.get(id);
    return (write && journal.alike.ofRun(write.run).get(id)) ?? [id];
  });
}

/**
 * The agent's choice. A conflict: mine sends the fix over what is there now, theirs leaves that. An unknown write: mine
 * says that it was sent, theirs that it was not and need not be. A step on the platform: mine says that it is done.
 */
function resolveWhole(ports: DecisionPorts, ids: readonly WriteId[], choice: 'mine' | 'theirs'): number {
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
