import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emailMeant, isEmail } from '../email.ts';
import { phoneFault } from '../phone.ts';
import { evidenceOf, typesOf } from '../test-support/diagnosed.ts';
import { anAddress, anOrder } from '../test-support/samples.ts';

const called = (phone: string | null, countryCode = 'FR') =>
  anOrder({ shippingAddress: { ...anAddress, countryCode, phone } });

describe('Bigblue, article 321: “Phone number not valid?”', () => {
  test.each([
    ['+999 612345678', 'country_code', null],
    ['+0612345678', 'country_code', '+33612345678'],
    ['0612', 'too_short', null],
    ['06 12 34 56 78 90 12', 'too_long', null],
    ['call the neighbour', 'not_a_number', null],
    ['tel. 06 12 34 56 78', 'not_a_number', '+33612345678'],
    ['00 00 00 00 00', 'not_valid', null],
  ])('%s: %s, %j is meant', (value, why, suggestion) => {
    expect(evidenceOf('contact_invalid', called(value))).toEqual({
      country: 'FR',
      faults: [{ field: 'phone', on: 'address', value, why, suggestion }],
    });
  });

  test.each(['06 12 34 56 78', '+33 (0)6 12 34 56 78', '0033612345678', '+44 20 7946 0958'])(
    '“For phone numbers received without a country code” that of the address counts: %s',
    (phone) => {
      expect(typesOf(called(phone))).toEqual([]);
    },
  );

  test('the address’s number goes before the order’s', () => {
    expect(typesOf({ ...called('0612345678'), phone: 'x' })).toEqual([]);
    expect(evidenceOf('contact_invalid', { ...called(null), phone: '12' })).toMatchObject({
      faults: [{ on: 'order', value: '12' }],
    });
  });

  test('a number that is not there is no error: not every carrier calls', () => {
    expect(typesOf({ ...called(' '), phone: null, email: null })).toEqual([]);
  });

  test('what Shopify withholds is unknown', () => {
    const order = { ...called('x'), email: 'x' };
    expect(typesOf({ ...order, redacted: ['phone', 'email'] })).toEqual([]);
  });

  test('a number in E.164 that is valid is never found fault with', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[67]\d{8}$/), (national) => {
        expect(phoneFault(`+33${national}`, 'FR')).toBeNull();
        expect(phoneFault(`0${national}`, 'FR')).toBeNull();
      }),
    );
  });

  test('a suggestion is a number that nothing is wrong with', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[+0-9 a-z.]{0,16}$/),
        fc.constantFrom('FR', 'US', 'DE', 'IE', null),
        (value, country) => {
          const suggestion = phoneFault(value, country)?.suggestion;
          expect(suggestion ? phoneFault(suggestion, country) : null).toBeNull();
        },
      ),
    );
  });
});

describe('an e-mail address', () => {
  test.each([
    ['chloe@example,com', 'chloe@example.com'],
    ['chloe @example.com', 'chloe@example.com'],
    ['chloe@example..com', 'chloe@example.com'],
    ['chloe@example', null],
    ['chloe.example.com', null],
  ])('%s is not one; %j is meant', (email, suggestion) => {
    expect(evidenceOf('contact_invalid', anOrder({ email }))).toMatchObject({
      faults: [{ field: 'email', on: 'order', value: email, why: 'not_valid', suggestion }],
    });
  });

  test.each(['aoife@example.com', 'a.b+c@sub.example.co.uk', 'zoé@exemple.fr'])('%s is one', (email) => {
    expect(isEmail(email)).toBe(true);
  });

  test('what is meant is always one', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), fc.string({ maxLength: 12 }), (name, domain) => {
        const meant = emailMeant(`${name}@${domain}`);
        expect(meant === null || isEmail(meant)).toBe(true);
      }),
    );
  });
});
