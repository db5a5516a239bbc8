import { describe, expect, test } from 'vitest';
import { evidenceOf, typesOf } from '../test-support/diagnosed.ts';
import { aContext, anAddress, anOrder } from '../test-support/samples.ts';

describe('Destination is not whitelisted', () => {
  const toJapan = anOrder({ shippingAddress: { ...anAddress, countryCode: 'JP', zip: '100-0001' } });

  test("« située dans l'un des pays pour lesquels la synchronisation des commandes est actuellement désactivée »", () => {
    expect(evidenceOf('destination_not_whitelisted', toJapan)).toEqual({ country: 'JP', list: 'allow' });
  });

  test('« Ajustez vos listes de pays »: a list may also name the countries that do not sync', () => {
    const ctx = aContext({ settings: { countries: { mode: 'deny', countries: ['JP'] } } });
    expect(evidenceOf('destination_not_whitelisted', toJapan, ctx)).toEqual({ country: 'JP', list: 'deny' });
    expect(typesOf(anOrder(), ctx)).toEqual([]);
  });

  test('no list, no address, or an address that is withheld: no diagnosis', () => {
    expect(typesOf(toJapan, aContext({ settings: { countries: null } }))).toEqual([]);
    expect(typesOf({ ...toJapan, shippingAddress: null })).toEqual([]);
    expect(typesOf({ ...toJapan, redacted: ['shippingAddress'] })).toEqual([]);
  });
});
