import { expect, test } from 'vitest';
import { type AddedRuleSettings, ADDED_RULE_DEFAULTS } from '../../../shared/domain/store.ts';
import { parseRuleSettings, RULE_FIELDS, type RuleField, ruleSettingText } from './rule-settings.ts';

const typed =
  (fields: Partial<Record<RuleField, string>>) =>
  (field: RuleField): string =>
    fields[field] ?? '';

test('what is typed is read, and an empty field turns its rule off', () => {
  expect(
    parseRuleSettings(
      typed({ addressLineLimit: '40', shippingMethods: ' Standard, DHL* ,', taxIdCountries: 'br, kr' }),
    ),
  ).toEqual({
    settings: {
      addressLineLimit: 40,
      shippingMethods: ['Standard', 'DHL*'],
      pickupMethods: null,
      taxIdCountries: ['BR', 'KR'],
      duplicateMinutes: null,
    },
  });
});

test.each<[RuleField, string]>([
  ['addressLineLimit', '3'],
  ['addressLineLimit', 'short'],
  ['taxIdCountries', 'Brazil'],
  ['duplicateMinutes', '1.5'],
])('%s does not take “%s”', (field, text) => {
  expect(parseRuleSettings(typed({ [field]: text }))).toEqual({ wrong: field });
});

test('settings come back as they were shown', () => {
  const settings: AddedRuleSettings = { ...ADDED_RULE_DEFAULTS, pickupMethods: ['Mondial Relay*', 'Locker'] };
  const shown = Object.fromEntries(RULE_FIELDS.map((field) => [field, ruleSettingText(settings[field])]));
  expect(parseRuleSettings(typed(shown))).toEqual({ settings });
});
