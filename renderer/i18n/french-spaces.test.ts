import { expect, test } from 'vitest';
import { frenchSpaces } from './french-spaces.ts';

test('no line breaks before a colon, a semicolon or a guillemet that closes, nor after one that opens', () => {
  const told = frenchSpaces((what: string) => `Lier ${what} : « Carafe » ; c’est fait`);
  expect(told('à 12:30')).toBe('Lier à 12:30\u00a0: «\u00a0Carafe\u00a0»\u00a0; c’est fait');
});
