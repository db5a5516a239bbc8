import type { ConflictField } from '../../../shared/domain/write.ts';
import type { WriteEvent } from './transitions.ts';
import { touchedValues } from './touched-values.ts';
import type { WriteRecord } from './write-record.ts';

/** What the audit trail keeps of a move beside who, when and why. */
interface Traces {
  readonly before?: unknown;
  readonly after?: unknown;
  readonly requestId?: string | null;
}

/** Values as they were and as they are, and the requests behind it, as far as `event` tells of any. */
export function tracesOf(event: WriteEvent, before: WriteRecord, after: WriteRecord): Traces {
  if (after.state === 'applied') {
    const isMine = after.reason?.code !== 'so_already';
    return { ...(isMine ? touchedValues(after) : {}), requestId: after.requestId };
  }
  // A conflict: as it was planned upon, and as it is there now.
  if (event === 'find_conflict')
    return {
      before: valuesBy(after.conflict, ({ planned }) => planned),
      after: valuesBy(after.conflict, ({ now }) => now),
    };
  // A decision that changed what is to be done.
  if (after.op !== before.op) return { before: before.op, after: after.op };
  const isAnswer = event === 'reject' || event === 'lose_answer' || event === 'postpone';
  return isAnswer ? { requestId: after.requestId } : {};
}

function valuesBy(
  fields: readonly ConflictField[] | null,
  value: (field: ConflictField) => string | null,
): Readonly<Record<string, string | null>> {
  return Object.fromEntries((fields ?? []).map((field) => [field.field, value(field)]));
}
