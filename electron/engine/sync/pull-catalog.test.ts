import { describe, expect, test } from 'vitest';
import { UnstuckError } from '../../../shared/errors.ts';
import { aProduct, aVariant, HOUR, MINUTE, MORNING, productGid } from '../triage/test-support/samples.ts';
import { FakeMerchant } from './test-support/fake-merchant.ts';
import { aStockedMerchant, ignored, order } from './test-support/stocked-merchant.ts';
import { aWorkbench } from './test-support/workbench.ts';

describe('catalogue', () => {
  test('a product that does not come back when asked for is deleted: its orders say product not found', async () => {
    const merchant = new FakeMerchant();
    merchant.put(order(1));
    const bench = aWorkbench({ atelier: merchant });
    await bench.sync.run();
    expect(bench.record(order(1))?.errorType).toBe('product_not_found');
  });

  test('a product deleted later is noticed although its orders did not change', async () => {
    const merchant = aStockedMerchant();
    merchant.put(ignored(1));
    const bench = aWorkbench({ atelier: merchant });
    await bench.sync.run();
    merchant.products.delete(productGid(1));
    bench.clock.time += 7 * HOUR;
    await bench.sync.run();
    expect(bench.record(order(1))?.diagnoses.map(({ type }) => type)).toEqual([
      'ignored_by_tag',
      'product_not_found',
    ]);
  });

  test('a variant that somebody links elsewhere frees its orders at the next sync', async () => {
    const merchant = new FakeMerchant();
    merchant.stock([aProduct(1)], [aVariant(1, { linkMetafield: null })]);
    merchant.put(order(1));
    const bench = aWorkbench({ atelier: merchant });
    await bench.sync.run();
    expect(bench.record(order(1))?.errorType).toBe('product_not_linked');
    bench.clock.time += HOUR;
    merchant.stock([aProduct(1)], [aVariant(1)], MORNING + MINUTE);
    await bench.sync.run();
    expect(bench.record(order(1))?.errorType).toBeNull();
  });

  test('a token that loses its sight of products goes on without the product rules', async () => {
    const merchant = new FakeMerchant();
    merchant.put(order(1), ignored(2));
    merchant.fault = (request) =>
      request === 'catalogByProduct' ? new UnstuckError('missing_scope', 'read_products is missing.') : null;
    merchant.reader.probe = async () => ({
      name: '',
      domain: '',
      currency: 'EUR',
      scopes: [],
      missingScopes: [{ scope: 'read_products', costs: 'The product rules are off.' }],
      redacted: [],
    });
    const bench = aWorkbench({ atelier: merchant });
    const [row] = await bench.sync.run();
    expect(row?.error).toBeUndefined();
    expect(bench.records().map(({ errorType }) => errorType)).toEqual([null, 'ignored_by_tag']);
  });
});
