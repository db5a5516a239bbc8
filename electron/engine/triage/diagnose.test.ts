import { expect, test } from 'vitest';
import { diagnose } from './diagnose.ts';
import { aContext, anAddress, anOrder } from './test-support/samples.ts';

test('an order without anything wrong has no diagnosis', () => {
  expect(diagnose(anOrder(), aContext())).toEqual([]);
});

test('an order with several errors shows them all, in order of precedence, as predictions', () => {
  const order = anOrder({
    tags: ['bigblue-ignore'],
    financialStatus: 'PENDING',
    shippingAddress: { ...anAddress, countryCode: 'IE', zip: null },
  });
  expect(diagnose(order, aContext())).toMatchObject([
    { type: 'ignored_by_tag', source: 'local', message: null },
    { type: 'payment_pending', source: 'local', message: null },
    { type: 'postal_code_missing', source: 'local', message: null },
  ]);
});
