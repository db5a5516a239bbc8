import { expect, test } from 'vitest';
import { sentence } from './sentence.ts';

test.each([
  ['the store did not answer', 'The store did not answer.'],
  ['The store did not answer.', 'The store did not answer.'],
  ['acme.myshopify.com refused the access token', 'acme.myshopify.com refused the access token.'],
])('%s is told as %s', (message, told) => {
  expect(sentence(message)).toBe(told);
});
