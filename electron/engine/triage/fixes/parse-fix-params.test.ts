import { describe, expect, test } from 'vitest';
import { FIX_KINDS } from '../../../../shared/domain/fix.ts';
import { COMMAND_LINE } from '../../../../shared/words/command-line.ts';
import { failureInEnglish } from '../../../../shared/words/en-failure.ts';
import { parseFixParams } from './parse-fix-params.ts';

describe('what --set may say', () => {
  test.each([
    ['set_postal_code', { zip: ' D02 X285 ' }, { zip: 'D02 X285' }],
    ['link_variant', { variant: '77' }, { variant: 'gid://shopify/ProductVariant/77' }],
    ['allow_country', { country: 'jp' }, { country: 'JP' }],
    ['add_shipping_line', { title: 'Express', price: '4.90' }, { title: 'Express', price: '4.90' }],
    ['edit_address', { countryCode: 'ie', address2: '' }, { countryCode: 'IE', address2: null }],
    ['reprocess', {}, {}],
  ] as const)('%s takes %j', (fix, raw, params) => {
    expect(parseFixParams(fix, raw)).toEqual({ ok: true, params });
  });

  test.each([
    ['reprocess', { zip: '1' }, 'zip', 'reprocess takes no “zip”: with --set it takes nothing.'],
    [
      'set_postal_code',
      { postcode: '1' },
      'postcode',
      'set_postal_code takes no “postcode”: with --set it takes zip.',
    ],
    ['set_postal_code', { zip: ' ' }, 'zip', 'zip needs a postal code.'],
    ['replace_item', {}, 'variant', 'replace_item needs variant: give it with --set variant=….'],
    ['replace_item', { variant: 'blue' }, 'variant', 'variant must be a Shopify variant id.'],
    [
      'allow_country',
      { country: 'Japan' },
      'country',
      'country must be a two-letter country code such as FR.',
    ],
    ['add_shipping_line', { price: '4,90' }, 'price', 'price must be an amount such as 4.90.'],
    ['snooze', { until: 'Friday' }, 'until', 'until must be a time such as 2026-12-01T09:00:00Z.'],
    [
      'edit_address',
      { countryCode: '' },
      'countryCode',
      'countryCode must be a two-letter country code such as FR.',
    ],
  ] as const)('%s refuses %j and names the field and the remedy', (fix, raw, field, message) => {
    const parsed = parseFixParams(fix, raw);
    expect(parsed).toMatchObject({ ok: false, field });
    expect(parsed.ok ? '' : failureInEnglish(parsed.why, COMMAND_LINE)).toBe(`--set ${field}: ${message}`);
  });

  test('edit_address without a field takes what each order’s diagnosis suggests', () => {
    expect(parseFixParams('edit_address', {})).toEqual({ ok: true, params: {} });
  });

  test.each(FIX_KINDS)('%s refuses a key that it does not know', (fix) => {
    expect(parseFixParams(fix, { colour: 'red' })).toMatchObject({ ok: false, field: 'colour' });
  });
});
