import { describe, expect, test } from 'vitest';
import { evidenceOf, typesOf } from '../test-support/diagnosed.ts';
import { aContext, anOrder } from '../test-support/samples.ts';

describe('Financial status is pending', () => {
  test.each(['PENDING', 'AUTHORIZED', 'PARTIALLY_PAID', 'EXPIRED', 'VOIDED'] as const)(
    "« n'a pas encore été entièrement payée »: %s",
    (financialStatus) => {
      const order = anOrder({ financialStatus, gateways: ['manual'], canMarkAsPaid: true });
      expect(evidenceOf('payment_pending', order)).toEqual({
        status: financialStatus,
        terms: null,
        buyer: 'b2c',
        gateways: ['manual'],
        canMarkAsPaid: true,
        since: order.createdAt,
      });
    },
  );

  test.each(['PAID', 'PARTIALLY_REFUNDED', 'REFUNDED', null] as const)(
    '%s is not pending',
    (financialStatus) => {
      expect(typesOf(anOrder({ financialStatus }))).toEqual([]);
    },
  );

  const withTerms = anOrder({
    financialStatus: 'PENDING',
    buyer: 'b2b',
    paymentTerms: { name: 'Net 30', overdue: false, schedules: [] },
  });
  const synchronising = aContext({ settings: { paymentTerms: true } });

  test("« vous pouvez activer l'option Synchronize orders with payment terms »: until then such an order is stuck", () => {
    expect(evidenceOf('payment_pending', withTerms)).toMatchObject({ terms: 'Net 30', buyer: 'b2b' });
    expect(typesOf(withTerms, synchronising)).toEqual([]);
  });

  test('the option does nothing for an order without payment terms', () => {
    expect(typesOf(anOrder({ financialStatus: 'PENDING' }), synchronising)).toEqual(['payment_pending']);
  });

  test('with the option on and the terms withheld, nobody can tell', () => {
    const order = anOrder({ financialStatus: 'PENDING', redacted: ['paymentTerms'] });
    expect(typesOf(order, synchronising)).toEqual([]);
    expect(typesOf(order)).toEqual(['payment_pending']);
  });
});
