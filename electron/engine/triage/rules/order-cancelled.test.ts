import { describe, expect, test } from 'vitest';
import { evidenceOf } from '../test-support/diagnosed.ts';
import { aContext, anOrder, MORNING } from '../test-support/samples.ts';
import { orderCancelled } from './order-cancelled.ts';

describe('Order cancelled / already fulfilled on Shopify', () => {
  test('« La commande Shopify a été annulée »', () => {
    const order = anOrder({ cancelledAt: MORNING, cancelReason: 'CUSTOMER' });
    expect(evidenceOf('order_cancelled', order)).toEqual({ cancelledAt: MORNING, reason: 'CUSTOMER' });
  });

  test('when only the platform says so, the time is not known', () => {
    const order = anOrder({ updatedAt: MORNING });
    expect(orderCancelled.told(order, aContext(), [])).toEqual({ cancelledAt: null, reason: null });
  });
});
