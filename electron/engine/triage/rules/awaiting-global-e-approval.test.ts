import { describe, expect, test } from 'vitest';
import { evidenceOf, typesOf } from '../test-support/diagnosed.ts';
import { aContext, anOrder } from '../test-support/samples.ts';

describe('Waiting for global-e approval', () => {
  test("« utilise la solution d'expédition DDP de Global-e et attend l'approbation de Global-e »", () => {
    const order = anOrder({ tags: ['vip', 'globale::Pending'] });
    expect(evidenceOf('awaiting_global_e_approval', order)).toEqual({
      tags: ['globale::Pending'],
      since: order.createdAt,
    });
  });

  test('« sera automatiquement tagguée avec Globale::Approved »: then it waits no longer', () => {
    expect(typesOf(anOrder({ tags: ['Globale', 'GLOBALE::approved'] }))).toEqual([]);
  });

  test('the marker is a setting of the store', () => {
    const ctx = aContext({ settings: { globaleTagPrefix: 'GE-' } });
    expect(typesOf(anOrder({ tags: ['ge-order'] }), ctx)).toEqual(['awaiting_global_e_approval']);
    expect(typesOf(anOrder({ tags: ['Globale'] }), ctx)).toEqual([]);
  });
});
