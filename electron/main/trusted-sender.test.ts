import { expect, test } from 'vitest';
import { isTrustedSender } from './trusted-sender.ts';

test('the page’s own top frame is heard, at any of its addresses', () => {
  expect(isTrustedSender({ url: 'app://unstuck/?type=ignored_by_tag', parent: null })).toBe(true);
});

test.each([
  ['a frame that is gone', null],
  ['a frame inside the page', { url: 'app://unstuck/', parent: {} }],
  ['another site', { url: 'https://example.com/', parent: null }],
  ['another host of the scheme', { url: 'app://unstuck.example/', parent: null }],
  ['a page without an address', { url: 'about:blank', parent: null }],
])('%s is not heard', (_case, frame) => {
  expect(isTrustedSender(frame)).toBe(false);
});
