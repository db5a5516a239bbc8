import { describe, expect, test } from 'vitest';
import { evidenceOf, typesOf } from '../test-support/diagnosed.ts';
import { anOrder, MINUTE, MORNING } from '../test-support/samples.ts';

describe('Order has tag bigblue-ignore', () => {
  test('« La commande Shopify est étiquetée avec bigblue-ignore », whatever the case', () => {
    expect(evidenceOf('ignored_by_tag', anOrder({ tags: ['Bigblue-IGNORE'] }))).toEqual({
      tag: 'Bigblue-IGNORE',
      taggedBy: null,
      taggedByKind: null,
      taggedAt: null,
    });
    expect(typesOf(anOrder({ tags: ['bigblue-ignored'] }))).toEqual([]);
  });

  test('« vérifier pourquoi votre commande était tagguée »: the last to put the tag on is named', () => {
    const order = anOrder({
      tags: ['bigblue-ignore'],
      tagEvents: [
        { tag: 'bigblue-ignore', at: MORNING, by: 'Fraud Filter', byKind: 'app' },
        { tag: 'bigblue-ignore', at: MORNING - MINUTE, by: 'Claire', byKind: 'staff' },
        { tag: 'vip', at: MORNING + MINUTE, by: 'Flow', byKind: 'app' },
      ],
    });
    expect(evidenceOf('ignored_by_tag', order)).toMatchObject({
      taggedBy: 'Fraud Filter',
      taggedByKind: 'app',
      taggedAt: MORNING,
    });
  });
});
