import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evidenceOf, typesOf } from '../test-support/diagnosed.ts';
import { aContext, anAddress, anOrder } from '../test-support/samples.ts';
import { splitLines } from './address-too-long.ts';

const LONG = '12 rue des Martyrs, Résidence du Parc, bâtiment C';
const at = (address1: string, address2: string | null = null) =>
  anOrder({ shippingAddress: { ...anAddress, address1, address2 } });

describe('an address line that carriers do not print', () => {
  test('is told with its length and the same words over two lines, parted at a comma', () => {
    expect(evidenceOf('address_too_long', at(LONG))).toEqual({
      country: 'FR',
      limit: 35,
      lines: [{ field: 'address1', text: LONG, length: 49 }],
      split: { address1: '12 rue des Martyrs,', address2: 'Résidence du Parc, bâtiment C' },
    });
  });

  test('nothing is suggested where two lines are not enough', () => {
    expect(evidenceOf('address_too_long', at(LONG, 'troisième étage, porte de gauche'))).toMatchObject({
      split: null,
    });
  });

  test('thirty-five characters are a line, whatever they weigh in code units', () => {
    expect(typesOf(at('渋'.repeat(35)))).toEqual([]);
    expect(typesOf(at('🏠'.repeat(35)))).toEqual([]);
    expect(typesOf(at('x'.repeat(36)))).toEqual(['address_too_long']);
  });

  test('how long a line may be is the store’s to say', () => {
    expect(typesOf(at(LONG), aContext({ settings: { addressLineLimit: 60 } }))).toEqual([]);
    expect(typesOf(at(LONG), aContext({ settings: { addressLineLimit: null } }))).toEqual([]);
  });

  test('an address that Shopify withholds is unknown', () => {
    expect(typesOf({ ...at(LONG), redacted: ['shippingAddress'] })).toEqual([]);
  });

  test('a split loses no word, keeps their order, and fits', () => {
    const line = fc.stringMatching(/^[a-zé,0-9 ]{0,60}$/);
    fc.assert(
      fc.property(line, line, fc.integer({ min: 10, max: 40 }), (first, second, limit) => {
        const split = splitLines(first, second, limit);
        if (split === null) return;
        const words = (text: string) => text.split(/\s+/).filter(Boolean);
        expect(words(`${split.address1} ${split.address2}`)).toEqual(words(`${first} ${second}`));
        expect(split.address1.length).toBeLessThanOrEqual(limit);
        expect(split.address2.length).toBeLessThanOrEqual(limit);
      }),
    );
  });
});
