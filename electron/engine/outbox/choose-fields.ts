import { ADDRESS_FIELDS } from '../../../shared/domain/order.ts';
import type { Failure } from '../../../shared/domain/failure.ts';
import type { FieldChoice } from '../../../shared/domain/field-choice.ts';
import { legacyId } from '../../../shared/domain/ids.ts';
import type { ConflictField, WriteOp } from '../../../shared/domain/write.ts';
import { parseFixParams } from '../triage/fixes/parse-fix-params.ts';

/** A conflict as it stands: the op over what is there now, and the fields that moved. */
interface StandingConflict {
  /** Based on what is there now, wanting what it wanted. */
  readonly op: WriteOp;
  readonly fields: readonly Pick<ConflictField, 'field'>[];
}

/** What was decided. `op` is null where nothing of it is left to send: theirs everywhere. */
export type ChosenOp =
  | { readonly ok: true; readonly op: WriteOp | null }
  | { readonly ok: false; readonly field: string; readonly why: Failure };

/** Alike in two orders: `quantity:123` and `quantity:456` are one field of two items. */
export const generalField = (field: string): string => field.split(':')[0] ?? field;

/**
 * Works the agent's choices into the op: theirs takes a field out of what is sent, an edit sends another value, mine
 * leaves it. Fields that did not move stay as they are.
 * @param choices by field; `quantity` stands for every `quantity:<item>`
 * @param otherwise for the fields that `choices` does not name; undefined: each has to be named
 */
export function chooseFields(
  { op, fields }: StandingConflict,
  choices: Readonly<Record<string, FieldChoice>>,
  otherwise: 'mine' | 'theirs' | undefined,
): ChosenOp {
  const names = fields.map(({ field }) => field);
  const foreign = Object.keys(choices).find(
    (key) => !names.some((name) => name === key || generalField(name) === key),
  );
  if (foreign !== undefined)
    return { ok: false, field: foreign, why: { code: 'choice_foreign', field: foreign, fields: names } };
  let next: WriteOp | null = op;
  for (const name of names) {
    const choice = choices[name] ?? choices[generalField(name)] ?? otherwise;
    if (choice === undefined) return { ok: false, field: name, why: { code: 'choice_missing', field: name } };
    if (choice === 'mine' || next === null) continue;
    if (choice === 'theirs') {
      next = without(next, name);
      continue;
    }
    const edited = withValue(next, name, choice.value);
    if (!edited.ok) return edited;
    next = edited.op;
  }
  return { ok: true, op: next };
}

/** The op without one of its fields; null: it had no other, as most kinds have one only. */
function without(op: WriteOp, name: string): WriteOp | null {
  if (op.op === 'order_address_set' || op.op === 'order_contact_set') {
    const set = Object.fromEntries(Object.entries(op.set).filter(([field]) => field !== name));
    const base = Object.fromEntries(Object.entries(op.base).filter(([field]) => field !== name));
    return Object.keys(set).length === 0 ? null : { ...op, set, base };
  }
  if (op.op !== 'order_edit') return null;
  const changes = op.changes.filter(
    (change) => change.change !== 'remove_item' || `quantity:${legacyId(change.lineItem)}` !== name,
  );
  return changes.length === 0 ? null : { ...op, changes };
}

/** The op with another value for one of its fields, checked as the fix that sets it checks its own. */
function withValue(op: WriteOp, name: string, value: string): ChosenOp {
  if (op.op === 'variant_sku_set') return { ok: true, op: { ...op, set: value.trim() } };
  if (op.op === 'order_address_set') {
    const field = ADDRESS_FIELDS.find((known) => known === name);
    const parsed = parseFixParams('edit_address', { [name]: value });
    if (!parsed.ok || field === undefined) return refused(name, parsed);
    return { ok: true, op: { ...op, set: { ...op.set, [field]: parsed.params[field] ?? null } } };
  }
  if (op.op === 'order_contact_set') {
    const parsed = parseFixParams('edit_contact', { [name]: value.trim() });
    if (!parsed.ok) return refused(name, parsed);
    return { ok: true, op: { ...op, set: { ...op.set, ...parsed.params } } };
  }
  if (op.op === 'variant_link_set') {
    const parsed = parseFixParams('link_variant', { product: value });
    if (!parsed.ok) return refused(name, parsed);
    return { ok: true, op: { ...op, set: { ...op.set, product: parsed.params.product ?? op.set.product } } };
  }
  return { ok: false, field: name, why: { code: 'choice_uneditable', field: name } };
}

function refused(name: string, parsed: ReturnType<typeof parseFixParams>): ChosenOp {
  return {
    ok: false,
    field: name,
    why: parsed.ok ? { code: 'choice_uneditable', field: name } : parsed.why,
  };
}
