import { z } from 'zod';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addedErrorTypes, errorTypes, type ErrorType } from './merchants/order-plan.ts';
import { startDemo, type Demo } from './start-demo.ts';
import { clientOf, mutate, until, type DemoClient } from './test-support/demo-client.ts';
import { wording } from './test-support/wording.ts';

const SOON = { timeout: 5_000, interval: 5 };

describe('the fulfilment platform', () => {
  let demo: Demo;
  let client: DemoClient;
  let domain: string;
  beforeAll(async () => {
    demo = await startDemo({ orders: 1_800, stores: 6, reprocessDelayMs: 5 });
    client = clientOf(demo);
    domain = client.store.domain;
  });
  afterAll(() => demo.close());

  const verdict = (reference: string, of = domain) => demo.inspect(of).order(reference).platform;
  const stuck = (error: ErrorType, at = 0, of = domain) => {
    const found = demo
      .inspect(of)
      .withError(error)
      .filter((each) => each.seededAs?.errors.length === 1)[at];
    if (found === undefined) throw new Error(`There is no order ${at} with ${error}.`);
    return found.order.name;
  };
  const reprocess = (reference: string, of = domain) => {
    demo.act.untagOrder(of, reference, 'bigblue-reprocess');
    demo.act.tagOrder(of, reference, 'bigblue-reprocess');
  };

  it.each([...errorTypes, ...addedErrorTypes])('refuses %s in its wording, in every store', (error) => {
    for (const store of demo.stores) {
      const orders = demo.inspect(store.domain).withError(error);
      expect(orders.length).toBeGreaterThanOrEqual(addedErrorTypes.some((added) => added === error) ? 1 : 3);
      for (const { platform } of orders) {
        expect(platform.state).toBe('refused');
        expect(platform.error).toBe(error);
        expect(platform.message).toMatch(wording[error]);
      }
    }
  });

  describe('looks again by itself when', () => {
    it.each<[string, ErrorType, (reference: string) => void]>([
      [
        'the ignore tag is removed',
        'ignored_by_tag',
        (name) => {
          demo.act.untagOrder(domain, name, 'BIGBLUE-IGNORE');
        },
      ],
      [
        'Global-e approves',
        'awaiting_global_e_approval',
        (name) => {
          demo.act.tagOrder(domain, name, 'Globale::Approved');
        },
      ],
    ])('%s', async (_, error, change) => {
      const name = stuck(error);
      change(name);
      await expect.poll(() => verdict(name).state, SOON).toBe('synced');
      expect(verdict(name)).toMatchObject({ code: 'PENDING', message: '' });
    });

    it('the order is paid', async () => {
      const target = demo
        .inspect(domain)
        .withError('payment_pending')
        .find((each) => each.order.financialStatus === 'PENDING' && each.seededAs?.errors.length === 1);
      const name = target?.order.name ?? '';
      await mutate(client, 'orderMarkAsPaid', 'userErrors { field message }', {
        input: { type: 'OrderMarkAsPaidInput!', value: { id: `gid://shopify/Order/${target?.order.id}` } },
      });
      await expect.poll(() => verdict(name).state, SOON).toBe('synced');
    });

    it('the order is cancelled, with a new message', async () => {
      const name = stuck('payment_pending', 2);
      demo.act.cancelOrder(domain, name);
      await expect.poll(() => verdict(name).message, SOON).toBe('Order cancelled on Shopify');
    });

    it('an order is created', async () => {
      const good = demo
        .inspect(domain)
        .variants.find((each) => each.metafields.length > 0 && each.requiresShipping);
      const { payload } = await mutate(
        client,
        'orderCreate',
        'order { name } userErrors { field message code }',
        {
          order: {
            type: 'OrderCreateOrderInput!',
            value: {
              lineItems: [
                {
                  variantId: `gid://shopify/ProductVariant/${good?.id}`,
                  quantity: 1,
                  requiresShipping: true,
                },
              ],
              financialStatus: 'PAID',
              shippingAddress: {
                lastName: 'Moreau',
                address1: '1 rue Haute',
                city: 'Paris',
                zip: '75011',
                countryCode: 'FR',
              },
            },
          },
        },
      );
      const { name } = z.object({ order: z.object({ name: z.string() }) }).parse(payload).order;
      await expect.poll(() => verdict(name).state, SOON).toBe('synced');
    });
  });

  it('does not look again when only the address changes: that takes a reprocess', async () => {
    const name = stuck('postal_code_missing');
    demo.act.setAddress(domain, name, { zip: 'D02 X285' });
    demo.act.moveTime(10_000);
    expect(verdict(name).state).toBe('refused');
    reprocess(name);
    await expect.poll(() => verdict(name).state, SOON).toBe('synced');
  });

  it('removes bigblue-reprocess itself in one half of the stores and leaves it in the other', async () => {
    const name = stuck('destination_not_whitelisted');
    reprocess(name);
    await until(() => !demo.inspect(domain).order(name).order.tags.includes('bigblue-reprocess'));
    expect(verdict(name).state).toBe('refused');

    const other = clientOf(demo, 1).store.domain;
    const kept = stuck('destination_not_whitelisted', 0, other);
    demo.act.platformSettings(other, { syncCountries: { mode: 'deny', countries: [] } });
    expect(verdict(kept, other).state).toBe('refused');
    reprocess(kept, other);
    await expect.poll(() => verdict(kept, other).state, SOON).toBe('synced');
    expect(demo.inspect(other).order(kept).order.tags).toContain('bigblue-reprocess');
  });

  it('takes product changes over only when the product is pushed', async () => {
    const { variants, products } = demo.inspect(domain);
    const outside = products.find((each) => each.tags.includes('bigblue-ignore'));
    const target = demo
      .inspect(domain)
      .withError('no_shippable_product')
      .find((each) => each.order.items[0]?.productId === outside?.id);
    const name = target?.order.name ?? '';
    expect(variants.some((each) => each.productId === outside?.id)).toBe(true);
    const tags = (mutation: 'tagsAdd' | 'tagsRemove', tag: string) =>
      mutate(client, mutation, 'userErrors { field message }', {
        id: { type: 'ID!', value: `gid://shopify/Product/${outside?.id}` },
        tags: { type: '[String!]!', value: [tag] },
      });
    await tags('tagsRemove', 'bigblue-ignore');
    reprocess(name);
    await until(() => !demo.inspect(domain).order(name).order.tags.includes('bigblue-reprocess'));
    expect(verdict(name).message).toBe('No shippable product');
    await tags('tagsAdd', 'bigblue-reprocess');
    await until(
      () =>
        !(demo.inspect(domain).products.find((each) => each.id === outside?.id)?.tags ?? []).includes(
          'bigblue-reprocess',
        ),
    );
    reprocess(name);
    await expect.poll(() => verdict(name).state, SOON).toBe('synced');
  });

  describe('takes an order in once its variant is linked', () => {
    /** A store with an order that waits for one link, and what to link. */
    const unlinked = (at: number) => {
      const asked = clientOf(demo, at);
      const { domain: of } = asked.store;
      const target = demo
        .inspect(of)
        .withError('product_not_linked')
        .find((each) => each.seededAs?.errors.length === 1);
      const name = target?.order.name ?? '';
      const item = target?.order.items.at(-1);
      return { asked, of, name, item, product: demo.inspect(of).fulfilmentProducts[0] };
    };

    it('by metafield: after a reprocess of the order', async () => {
      const { asked, of, name, item, product } = unlinked(0);
      const link = {
        ownerId: `gid://shopify/ProductVariant/${item?.variantId}`,
        namespace: 'fulfilment',
        key: 'product_link',
        type: 'json',
        value: JSON.stringify({ product: product?.id, active: true }),
      };
      await mutate(asked, 'metafieldsSet', 'userErrors { field message code }', {
        metafields: { type: '[MetafieldsSetInput!]!', value: [link] },
      });
      reprocess(name, of);
      await expect.poll(() => verdict(name, of).state, SOON).toBe('synced');
    });

    it('by SKU: after a push of the product, then a reprocess of the order', async () => {
      const { asked, of, name, item, product } = unlinked(1);
      await mutate(asked, 'productVariantsBulkUpdate', 'userErrors { field message code }', {
        productId: { type: 'ID!', value: `gid://shopify/Product/${item?.productId}` },
        variants: {
          type: '[ProductVariantsBulkInput!]!',
          value: [
            { id: `gid://shopify/ProductVariant/${item?.variantId}`, inventoryItem: { sku: product?.sku } },
          ],
        },
      });
      await mutate(asked, 'tagsAdd', 'userErrors { field message }', {
        id: { type: 'ID!', value: `gid://shopify/Product/${item?.productId}` },
        tags: { type: '[String!]!', value: ['bigblue-reprocess'] },
      });
      demo.act.moveTime(10);
      reprocess(name, of);
      await expect.poll(() => verdict(name, of).state, SOON).toBe('synced');
    });

    it('by file: after the import on the platform and a reprocess', async () => {
      const { asked, of, name, item, product } = unlinked(5);
      const imported = await fetch(`${asked.store.platformEndpoint}/shop-integrations/links.csv`, {
        method: 'POST',
        body: `shopify_variant_id,product,active\n${item?.variantId},${product?.id},true\n`,
      });
      expect(await imported.json()).toEqual({ imported: 1 });
      reprocess(name, of);
      await expect.poll(() => verdict(name, of).state, SOON).toBe('synced');
    });
  });

  it('follows deleted products', async () => {
    const of = clientOf(demo, 2).store.domain;
    const synced = [...demo.inspect(of).orders()].find(
      (each) => each.seededAs?.errors[0] === 'postal_code_missing',
    );
    const productId = synced?.order.items[0]?.productId ?? 0;
    demo.act.deleteProduct(of, productId);
    reprocess(synced?.order.name ?? '', of);
    await expect.poll(() => verdict(synced?.order.name ?? '', of).error, SOON).toBe('product_not_found');
  });

  it('takes in orders that were waiting once it has had the time', () => {
    const of = clientOf(demo, 3).store.domain;
    const waiting = [...demo.inspect(of).orders()].filter((each) => each.platform.state === 'waiting');
    expect(waiting).toHaveLength(demo.seededCounts().stores[of]?.waiting ?? -1);
    demo.act.moveTime(15 * 60_000);
    for (const { order } of waiting) expect(verdict(order.name, of).state).toBe('synced');
  });
});
