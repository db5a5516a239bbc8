import { type AddedRuleSettings, addedRuleSettingsSchema } from '../../../shared/domain/store.ts';

export const RULE_FIELDS = [
  'addressLineLimit',
  'shippingMethods',
  'pickupMethods',
  'taxIdCountries',
  'duplicateMinutes',
] as const satisfies readonly (keyof AddedRuleSettings)[];
export type RuleField = (typeof RULE_FIELDS)[number];

/** The settings as typed into their fields, an empty one turning its rule off; or the first field that is wrong. */
export function parseRuleSettings(
  text: (field: RuleField) => string,
): { readonly settings: AddedRuleSettings } | { readonly wrong: RuleField } {
  const parsed = addedRuleSettingsSchema.safeParse({
    addressLineLimit: numberIn(text('addressLineLimit')),
    shippingMethods: namesIn(text('shippingMethods')),
    pickupMethods: namesIn(text('pickupMethods')),
    taxIdCountries: namesIn(text('taxIdCountries').toUpperCase()),
    duplicateMinutes: numberIn(text('duplicateMinutes')),
  });
  if (parsed.success) return { settings: parsed.data };
  const field = parsed.error.issues[0]?.path[0];
  return { wrong: RULE_FIELDS.find((one) => one === field) ?? 'addressLineLimit' };
}

/** A setting as its field shows it. */
export function ruleSettingText(value: AddedRuleSettings[RuleField]): string {
  if (value === null) return '';
  return typeof value === 'number' ? String(value) : value.join(', ');
}

function numberIn(text: string): number | null {
  return text.trim() === '' ? null : Number(text);
}

function namesIn(text: string): string[] | null {
  const names = text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return names.length === 0 ? null : names;
}
