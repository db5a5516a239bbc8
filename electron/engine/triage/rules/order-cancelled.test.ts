import { describe, expect, test } from 'vitest';
import { evidenceOf } from '../test-support/diagnosed.ts';
import { anOrder, MORNING } from '../test-support/samples.ts';

describe('Order cancelled / already fulfilled on Shopify', () => {
  test('« La commande Shopify a été annulée »', () => {
    const order = anOrder({ cancelledAt: MORNING, cancelReason: 'CUSTOMER' });
    expect(evidenceOf('order_cancelled', order)).toEqual({ cancelledAt: MORNING, reason: 'CUSTOMER' });
  });
});
