import { z } from 'zod';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDemo, type Demo } from './start-demo.ts';
import { clientOf, mutate, type DemoClient } from './test-support/demo-client.ts';

describe('links and SKUs of variants', () => {
  let demo: Demo;
  let client: DemoClient;
  beforeAll(async () => {
    demo = await startDemo({ orders: 70, stores: 1 });
    client = clientOf(demo);
  });
  afterAll(() => demo.close());

  const variants = () => demo.inspect(client.store.domain).variants;
  const variantWith = (linked: boolean) => {
    const found = variants().find((each) => each.metafields.length > 0 === linked && each.sku !== null);
    if (found === undefined) throw new Error('The catalogue has linked and unlinked variants.');
    return found;
  };
  const set = (metafields: readonly Record<string, unknown>[]) =>
    mutate(
      client,
      'metafieldsSet',
      'metafields { value compareDigest } userErrors { field message code elementIndex }',
      {
        metafields: { type: '[MetafieldsSetInput!]!', value: metafields },
      },
    );
  const link = (variant: number, rest: Record<string, unknown> = {}) => ({
    ownerId: `gid://shopify/ProductVariant/${variant}`,
    namespace: 'fulfilment',
    key: 'product_link',
    type: 'json',
    value: '{"product":"DIGG-000001-0001","active":true}',
    ...rest,
  });

  it('a null digest creates a link only where there is none', async () => {
    const variant = variantWith(false);
    expect((await set([link(variant.id, { compareDigest: null })])).userErrors).toEqual([]);
    expect((await set([link(variant.id, { compareDigest: null })])).userErrors).toMatchObject([
      { code: 'STALE_OBJECT', field: ['metafields', '0', 'compareDigest'] },
    ]);
  });

  it('the current digest guards a change, and no digest overwrites', async () => {
    const variant = variantWith(true);
    const { productVariant } = await client.read(
      z.object({ productVariant: z.object({ metafield: z.object({ compareDigest: z.string() }) }) }),
      `{ productVariant(id: "gid://shopify/ProductVariant/${variant.id}") { metafield(namespace: "fulfilment", key: "product_link") { compareDigest } } }`,
    );
    const { compareDigest } = productVariant.metafield;
    const inactive = '{"product":"DIGG-000001-0001","active":false}';
    expect((await set([link(variant.id, { compareDigest, value: inactive })])).userErrors).toEqual([]);
    expect((await set([link(variant.id, { compareDigest })])).userErrors).toMatchObject([
      { code: 'STALE_OBJECT' },
    ]);
    expect((await set([link(variant.id)])).userErrors).toEqual([]);
  });

  it('all or nothing: one bad element keeps the good ones out', async () => {
    const variant = variantWith(true);
    const before = structuredClone(variant.metafields);
    const { userErrors } = await set([link(variant.id, { value: '{"product":"X","active":true}' }), link(1)]);
    expect(userErrors).toMatchObject([{ field: ['metafields', '1', 'ownerId'], code: 'INVALID' }]);
    expect(variants().find((each) => each.id === variant.id)?.metafields).toEqual(before);
  });

  it('refuses more than 25 at a time, and JSON that is none', async () => {
    const variant = variantWith(true);
    expect((await set(Array.from({ length: 26 }, () => link(variant.id)))).userErrors).toMatchObject([
      { code: 'LESS_THAN_OR_EQUAL_TO' },
    ]);
    expect((await set([link(variant.id, { value: '{' })])).userErrors).toMatchObject([
      { code: 'INVALID_VALUE' },
    ]);
  });

  it('productVariantsBulkUpdate sets a SKU, and refuses variants of other products', async () => {
    const [first, second] = demo.inspect(client.store.domain).products;
    const update = (variant: number) =>
      mutate(
        client,
        'productVariantsBulkUpdate',
        'productVariants { sku } userErrors { field message code }',
        {
          productId: { type: 'ID!', value: `gid://shopify/Product/${first?.id}` },
          variants: {
            type: '[ProductVariantsBulkInput!]!',
            value: [{ id: `gid://shopify/ProductVariant/${variant}`, inventoryItem: { sku: 'NEW-1' } }],
          },
        },
      );
    expect((await update(first?.variantIds[0] ?? 0)).payload).toEqual({
      productVariants: [{ sku: 'NEW-1' }],
    });
    expect((await update(second?.variantIds[0] ?? 0)).userErrors).toMatchObject([
      { code: 'PRODUCT_VARIANT_DOES_NOT_EXIST' },
    ]);
  });
});
