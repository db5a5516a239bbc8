import { describe, expect, it } from 'vitest';
import { createFormat } from './format.ts';

const en = createFormat('en-GB', { minute: 'min', hour: 'h', day: 'd' }, 'Europe/Paris');
const fr = createFormat('fr-FR', { minute: 'min', hour: 'h', day: 'j' }, 'Europe/Paris');
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const at = (iso: string): number => Date.parse(iso);

describe('format', () => {
  it('writes money to the minor unit of its currency', () => {
    expect(en.money({ amountMinor: 8400, currency: 'EUR' })).toBe('€84.00');
    expect(plain(fr.money({ amountMinor: 8400, currency: 'EUR' }))).toBe('84,00 €');
    expect(en.money({ amountMinor: 1200, currency: 'JPY' })).toBe('¥1,200');
  });

  it('writes sums without their minor unit', () => {
    expect(en.roundMoney({ amountMinor: 2_410_249, currency: 'EUR' })).toBe('€24,102');
    expect(plain(fr.roundMoney({ amountMinor: 2_410_249, currency: 'EUR' }))).toBe('24 102 €');
  });

  it('writes an age in the largest unit that still tells, hours up to two days', () => {
    const age = (ms: number) => [plain(en.age(0, ms)), plain(fr.age(0, ms))];
    expect(age(59_999)).toEqual(['0 min', '0 min']);
    expect(age(59 * 60_000)).toEqual(['59 min', '59 min']);
    expect(age(47 * 3_600_000)).toEqual(['47 h', '47 h']);
    expect(age(48 * 3_600_000)).toEqual(['2 d', '2 j']);
    expect(age(-5000)).toEqual(['0 min', '0 min']);
  });

  it('names the weekday within six days and the date before', () => {
    const now = at('2026-11-24T12:00:00Z');
    expect(en.moment(at('2026-11-24T08:14:00Z'), now)).toBe('Tue 09:14');
    expect(en.moment(at('2026-11-03T08:14:00Z'), now)).toBe('3 Nov');
    expect(fr.moment(at('2026-11-24T08:14:00Z'), now)).toBe('mar. 09:14');
  });

  it('names countries, and leaves alone what is no country code', () => {
    expect([en.country('JP'), fr.country('JP'), en.country('nowhere')]).toEqual([
      'Japan',
      'Japon',
      'nowhere',
    ]);
  });

  it('counts none as one in French and as many in English', () => {
    const forms = { one: 'commande', other: 'commandes' };
    expect([0, 1, 2].map((n) => fr.plural(n, forms))).toEqual(['commande', 'commande', 'commandes']);
    expect(en.plural(0, { one: 'order', other: 'orders' })).toBe('orders');
  });
});
