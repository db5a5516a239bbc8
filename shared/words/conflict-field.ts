import type { ChangedField, ChangedValue } from '../domain/field-change.ts';
import type { ConflictField } from '../domain/write.ts';
import { COMMAND_LINE } from './command-line.ts';
import { changedValueInEnglish } from './en-change.ts';

/** A field in conflict, as data and in English. `key` names it to programs: `zip`, `sku`. */
export function conflictField(
  key: string,
  said: {
    readonly field: ChangedField;
    readonly planned: ChangedValue | null;
    readonly now: ChangedValue | null;
    readonly mine: ChangedValue | null;
  },
): ConflictField {
  const text = (value: ChangedValue | null): string | null =>
    value === null ? null : changedValueInEnglish(value, COMMAND_LINE);
  return { field: key, planned: text(said.planned), now: text(said.now), mine: text(said.mine), said };
}
