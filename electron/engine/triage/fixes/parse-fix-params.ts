import type { Failure } from '../../../../shared/domain/failure.ts';
import { fixParamsSchemas, type FixKind, type FixParams } from '../../../../shared/domain/fix.ts';

/** Parameters as their fix takes them, or the one that is wrong and what to do about it. */
export type ParsedFixParams<K extends FixKind> =
  | { readonly ok: true; readonly params: FixParams<K> }
  | { readonly ok: false; readonly field: string; readonly why: Failure };

/**
 * Reads what `--set k=v` gave (contract.md). In edit_address a key set to nothing empties the field.
 */
export function parseFixParams<K extends FixKind>(
  fix: K,
  raw: Readonly<Record<string, string>>,
): ParsedFixParams<K> {
  const schema = fixParamsSchemas[fix];
  const keys = Object.keys(schema.shape);
  const foreign = Object.keys(raw).find((key) => !keys.includes(key));
  if (foreign !== undefined) {
    return refusal(foreign, { code: 'param_unknown', fix, param: foreign, takes: keys });
  }
  const input = fix === 'edit_address' ? addressInput(raw) : raw;
  if (fix === 'edit_address') {
    const country = input['countryCode'];
    if (country === null || (country !== undefined && !/^[A-Z]{2}$/.test(country))) {
      return refusal('countryCode', {
        code: 'param_wrong',
        param: 'countryCode',
        problem: 'must be a two-letter country code such as FR',
      });
    }
  }
  const parsed = schema.safeParse(input);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const field = String(issue?.path[0] ?? 'params');
    return refusal(
      field,
      raw[field] === undefined
        ? { code: 'param_missing', fix, param: field }
        : { code: 'param_wrong', param: field, problem: issue?.message ?? 'is wrong' },
    );
  }
  // The schema of K gave it; indexing the record by a generic key loses that.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return { ok: true, params: parsed.data as FixParams<K> };
}

const refusal = (field: string, why: Failure) => ({ ok: false, field, why }) as const;

function addressInput(raw: Readonly<Record<string, string>>): Readonly<Record<string, string | null>> {
  return Object.fromEntries(
    Object.entries(raw).map(([key, text]) => {
      const value = key.endsWith('Code') ? text.trim().toUpperCase() : text.trim();
      return [key, value === '' ? null : value];
    }),
  );
}
