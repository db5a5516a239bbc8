import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ErrorType } from '../../../shared/domain/error-type.ts';
import { parsePlatformMessage } from './platform-messages.ts';

/** The headings of the seed, which are the platform's messages. */
const SEED: readonly (readonly [string, ErrorType])[] = [
  ['Product not linked', 'product_not_linked'],
  ['Product not found', 'product_not_found'],
  ['No shippable product', 'no_shippable_product'],
  ['Waiting for global-e approval', 'awaiting_global_e_approval'],
  ['Financial status is pending', 'payment_pending'],
  ['Destination is not whitelisted', 'destination_not_whitelisted'],
  ['Order cancelled on Shopify', 'order_cancelled'],
  ['Order already fulfilled on Shopify', 'order_already_fulfilled'],
  ['Order has tag bigblue-ignore', 'ignored_by_tag'],
  ['Invalid Destination: Postal must be set for this country', 'postal_code_missing'],
  ['Invalid Destination: Postal...', 'postal_code_missing'],
];

test.each(SEED)('“%s” is %s', (text, type) => {
  expect(parsePlatformMessage(text)).toEqual({ type, ids: [], raw: text });
});

test('case, spacing and detail around a wording do not matter', () => {
  const noise = fc
    .stringMatching(/^[ :;.,#()A-Z]{0,12}$/)
    .map((text) => ` ${text} `.replaceAll(/[A-Z]/g, 'z'));
  const space = fc.constantFrom(' ', '  ', '\u00A0', '\t', '\n');
  fc.assert(
    fc.property(
      fc.constantFrom(...SEED.slice(0, 10)),
      noise,
      noise,
      space,
      fc.boolean(),
      ([text, type], before, after, gap, shout) => {
        const raw = before + (shout ? text.toUpperCase() : text).replaceAll(' ', gap) + after;
        expect(parsePlatformMessage(raw)).toEqual({ type, ids: [], raw });
      },
    ),
  );
});

test('the numbers that a product message names are read, wherever they stand', () => {
  const id = fc.integer({ min: 1_000_000, max: 99_999_999_999_999 }).map(String);
  fc.assert(
    fc.property(fc.uniqueArray(id, { minLength: 1, maxLength: 3 }), (ids) => {
      const named = ids.map((n) => `Product ${n}`).join(', ');
      expect(parsePlatformMessage(`Product not linked: ${named}`)).toMatchObject({
        type: 'product_not_linked',
        ids,
      });
      expect(parsePlatformMessage(`Product not found - ${named}.`)).toMatchObject({
        type: 'product_not_found',
        ids,
      });
      expect(parsePlatformMessage(`Product ${ids.join(', ')} not linked`)).toMatchObject({
        type: 'product_not_linked',
        ids,
      });
    }),
  );
});

test('« Product 47563746279730 » as the seed names it', () => {
  expect(parsePlatformMessage('Product not linked: Product 47563746279730').ids).toEqual(['47563746279730']);
});

describe('what no wording fits', () => {
  test.each([
    '',
    '   ',
    'Carrier refused the parcel',
    'Product page not updated',
    'bigblue-ignore',
    'Order received',
  ])('%j is unknown, and kept', (text) => {
    expect(parsePlatformMessage(text)).toEqual({ type: 'unknown', ids: [], raw: text });
  });

  test('any text is read without failing, and its raw text kept', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(parsePlatformMessage(text).raw).toBe(text);
      }),
    );
  });
});

test('where one wording is the detail of another, the first in the text counts', () => {
  expect(parsePlatformMessage('No shippable product: product not found').type).toBe('no_shippable_product');
});

describe('what Bigblue’s articles 321 and 322 add', () => {
  test.each([
    ['The phone number country code is invalid', 'contact_invalid'],
    ['The phone number is not a valid number', 'contact_invalid'],
    ['The phone number is too long for this country', 'contact_invalid'],
    ['The phone number is too short for this country', 'contact_invalid'],
    ['The phone number does not exist', 'contact_invalid'],
    ['This order didn’t pass validation: email is not valid', 'contact_invalid'],
    ['The order shipping method is not mapped to a Bigblue shipping method', 'shipping_method_unmapped'],
    ['Missing pick-up point', 'pickup_point_missing'],
    ['The pickup point is missing, you need to select one', 'pickup_point_missing'],
    ['Tax identification number is missing', 'tax_id_missing'],
    ['Invalid Destination: Postal code is not valid for this country', 'postal_code_invalid'],
    ['Invalid postcode', 'postal_code_invalid'],
    ['Street is missing', 'address_incomplete'],
    ['Address line 1 is too long', 'address_too_long'],
    ['Out of stock', 'out_of_stock'],
    ['Duplicate order', 'duplicate_order'],
  ] as const)('%s: %s', (message, type) => {
    expect(parsePlatformMessage(message)).toMatchObject({ type, ids: [] });
  });
});
