import { describe, expect, test } from 'vitest';
import { gid } from '../../../../shared/domain/ids.ts';
import { evidenceOf, typesOf } from '../test-support/diagnosed.ts';
import { anOrder, MORNING } from '../test-support/samples.ts';

describe('Order cancelled / already fulfilled on Shopify', () => {
  test('« ou son statut est Fulfilled »: by the service, else from the location; cancelled fulfilments count for nothing', () => {
    const of = (n: number) => gid('Fulfillment', `gid://shopify/Fulfillment/${n}`);
    const order = anOrder({
      fulfillmentStatus: 'FULFILLED',
      fulfillments: [
        { gid: of(1), status: 'CANCELLED', createdAt: MORNING, service: 'Old 3PL', location: null },
        { gid: of(2), status: 'SUCCESS', createdAt: MORNING, service: null, location: 'Back room' },
        { gid: of(3), status: 'SUCCESS', createdAt: MORNING, service: 'Other 3PL', location: 'Lille' },
      ],
    });
    expect(evidenceOf('order_already_fulfilled', order)).toEqual({
      fulfillments: [
        { id: of(2), status: 'SUCCESS', by: 'Back room', createdAt: MORNING },
        { id: of(3), status: 'SUCCESS', by: 'Other 3PL', createdAt: MORNING },
      ],
    });
  });

  test.each(['UNFULFILLED', 'PARTIALLY_FULFILLED', 'ON_HOLD'])('%s is not fulfilled', (fulfillmentStatus) => {
    expect(typesOf(anOrder({ fulfillmentStatus }))).toEqual([]);
  });
});
