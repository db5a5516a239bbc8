import { expect, test } from 'vitest';
import { storeIdFor } from './store-id.ts';

test('a store’s id is its name in plain letters', () => {
  expect(storeIdFor('Kōan Tea', new Set())).toBe('koan-tea');
  expect(storeIdFor('  L’Atelier & Cie!  ', new Set())).toBe('l-atelier-cie');
});

test('a name without a Latin letter still gets an id', () => {
  expect(storeIdFor('東京', new Set())).toBe('store');
});

test('two stores of one name are told apart', () => {
  expect(storeIdFor('Acme', new Set(['acme', 'acme-2']))).toBe('acme-3');
});
