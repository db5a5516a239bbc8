import { expect, test } from 'vitest';
import { gid } from '../../../../shared/domain/ids.ts';
import type { AddressPatch, WriteOpOf } from '../../../../shared/domain/write.ts';
import { ALL_PARTS, type DocumentPart } from '../documents/parts.ts';
import { mailingAddress } from './mailing-address.ts';
import { orderAddressSet } from './order-address.ts';
import { writableParts } from './writable-parts.ts';
import type { WriteApi } from './write-api.ts';

const op = (set: AddressPatch): WriteOpOf<'order_address_set'> => ({
  op: 'order_address_set',
  order: gid('Order', 'gid://shopify/Order/1'),
  set,
  base: {},
});

/** A store that hides these parts, and that nothing may be asked or told. */
const hiding = (...hidden: DocumentPart[]): WriteApi => ({
  parts: new Set([...ALL_PARTS].filter((part) => !hidden.includes(part))),
  now: () => 0,
  ask: () => Promise.reject(new Error('asked')),
  tell: () => Promise.reject(new Error('told')),
});

test.each([
  ['zip', { city: 'Dublin' }, ['zip']],
  ['firstName', { zip: 'D02 X285' }, ['addressName']],
  ['phone', { zip: 'D02 X285' }, ['addressPhone']],
  ['all of it', { zip: 'D02 X285' }, ['shippingAddress']],
] as const)(
  'an address of which Shopify hides %s is never written: the hidden rest would be lost',
  async (what, set, hidden) => {
    const look = await orderAddressSet(op(set)).look(hiding(...hidden));
    expect(look).toMatchObject({
      kind: 'impossible',
      reason: { code: 'address_hidden', field: what === 'all of it' ? null : what },
    });
  },
);

test('a hidden field that is itself set needs no rest', async () => {
  await expect(orderAddressSet(op({ zip: 'D02 X285' })).look(hiding('zip'))).rejects.toThrow('asked');
});

test('what is empty and not touched is left out; what is emptied on purpose is sent', () => {
  const address = {
    firstName: 'Aoife',
    lastName: null,
    company: 'Unstuck',
    address1: '1 Main Street',
    address2: null,
    city: 'Dublin',
    provinceCode: null,
    zip: null,
    countryCode: 'IE',
    phone: null,
  };
  expect(mailingAddress(address, { zip: 'D02 X285', company: null })).toEqual({
    firstName: 'Aoife',
    company: null,
    address1: '1 Main Street',
    city: 'Dublin',
    zip: 'D02 X285',
    countryCode: 'IE',
  });
});

test('what a store withholds of its orders is withheld from writes', () => {
  const parts = writableParts({ scopes: ['read_orders'], redacted: ['phone', 'name'] });
  expect(parts.has('zip')).toBe(true);
  for (const part of ['phone', 'addressPhone', 'addressName'] as const) expect(parts.has(part)).toBe(false);
});
