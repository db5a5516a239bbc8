import { expect, test } from 'vitest';
import { decodeReason, encodeReason } from './reason-column.ts';

test('a reason comes back from the journal as it went in', () => {
  const reason = { code: 'cancelled', by: 'lea' } as const;
  expect(decodeReason(encodeReason(reason))).toEqual(reason);
  expect(decodeReason(encodeReason(null))).toBeNull();
});

test.each(['The order is no longer in Shopify.', '{"code":"of_a_later_version"}', '{"code":"cancelled"}'])(
  'what is no reason of this version is told as it is: %s',
  (text) => {
    expect(decodeReason(text)).toEqual({ code: 'verbatim', text });
  },
);
