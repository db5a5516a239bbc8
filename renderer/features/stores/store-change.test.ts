import { expect, test } from 'vitest';
import { DEFAULT_CUTOFFS } from '../../../shared/domain/cutoff.ts';
import { ADDED_RULE_DEFAULTS, type StoreSettings } from '../../../shared/domain/store.ts';
import { countryListText } from './country-list.ts';
import { dayText, parseStoreChange, settingText, type WrongSetting } from './store-change.ts';

const before: StoreSettings = {
  countries: { mode: 'deny', countries: ['RU', 'BY'] },
  paymentTerms: true,
  linkRoute: 'sku',
  since: Date.parse('2026-09-01T13:37:00Z'),
  graceMinutes: 15,
  globaleTagPrefix: 'Globale',
  ...ADDED_RULE_DEFAULTS,
  pickupMethods: ['Mondial Relay*', 'Locker'],
  cutoffs: DEFAULT_CUTOFFS,
};

/** The form as it is filled from `before`, but for what is typed over it. */
function typed(over: Partial<Record<string, string>>) {
  const shown: Partial<Record<string, string>> = {
    name: 'Acme',
    countries: countryListText(before.countries),
    paymentTerms: 'on',
    linkRoute: 'sku',
    since: dayText(before.since),
    graceMinutes: settingText(before.graceMinutes),
    globaleTagPrefix: settingText(before.globaleTagPrefix),
    addressLineLimit: settingText(before.addressLineLimit),
    pickupMethods: settingText(before.pickupMethods),
    ...over,
  };
  return parseStoreChange((field) => shown[field] ?? '', before);
}
const { cutoffs: _cutoffs, ...settings } = before;

test('settings come back as they were shown, to the minute', () => {
  expect(typed({})).toEqual({ change: { name: 'Acme', settings } });
});

test('what is typed is read, and an empty field turns its rule off', () => {
  expect(
    typed({
      name: ' Acme ',
      countries: 'fr be',
      paymentTerms: '',
      linkRoute: '',
      since: '2026-10-02',
      graceMinutes: '0',
      addressLineLimit: '40',
      shippingMethods: ' Standard, DHL* ,',
      pickupMethods: '',
      taxIdCountries: 'br, kr',
      duplicateMinutes: '90',
    }),
  ).toEqual({
    change: {
      name: 'Acme',
      settings: {
        countries: { mode: 'allow', countries: ['FR', 'BE'] },
        paymentTerms: false,
        linkRoute: null,
        since: Date.parse('2026-10-02T00:00:00Z'),
        graceMinutes: 0,
        globaleTagPrefix: 'Globale',
        addressLineLimit: 40,
        shippingMethods: ['Standard', 'DHL*'],
        pickupMethods: null,
        taxIdCountries: ['BR', 'KR'],
        duplicateMinutes: 90,
      },
    },
  });
});

test.each<[WrongSetting, string]>([
  ['name', ' '],
  ['countries', 'France'],
  ['since', ''],
  ['since', 'yesterday'],
  ['graceMinutes', ''],
  ['graceMinutes', '-1'],
  ['globaleTagPrefix', ' '],
  ['addressLineLimit', '3'],
  ['addressLineLimit', 'short'],
  ['taxIdCountries', 'Brazil'],
  ['duplicateMinutes', '1.5'],
])('%s does not take “%s”', (field, text) => {
  expect(typed({ [field]: text })).toEqual({ wrong: [field] });
});

test('all that is wrong is told at once', () => {
  expect(typed({ duplicateMinutes: 'x', countries: 'France', name: '' })).toEqual({
    wrong: ['name', 'countries', 'duplicateMinutes'],
  });
});
