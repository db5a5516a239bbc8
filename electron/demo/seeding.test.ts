import { describe, expect, it } from 'vitest';
import { errorTypes } from './merchants/order-plan.ts';
import { startDemo, type DemoOptions } from './start-demo.ts';

const NOW = Date.UTC(2026, 10, 20, 9, 30);
const at = (options: DemoOptions) => startDemo({ now: () => NOW, ...options });

describe('seeding', () => {
  it('the same seed and time give the same merchants, another seed gives others', async () => {
    const read = async (seed: number) => {
      const demo = await at({ seed, orders: 300, stores: 2 });
      const orders = demo.stores.map((store) => [...demo.inspect(store.domain).orders()]);
      const secrets = demo.stores.map((store) => [store.token, store.platformKey]);
      await demo.close();
      return { orders, secrets };
    };
    const first = await read(1);
    expect(await read(1)).toEqual(first);
    expect((await read(2)).orders).not.toEqual(first.orders);
  });

  it('what was seeded is what the platform finds, order by order, in every store', async () => {
    const demo = await at({ orders: 1_800, stores: 6 });
    for (const store of demo.stores)
      for (const { order, platform, seededAs } of demo.inspect(store.domain).orders()) {
        const expected = {
          stuck: 'refused',
          synced: 'synced',
          waiting: 'waiting',
          old: 'out_of_scope',
          test: 'out_of_scope',
          point_of_sale: 'out_of_scope',
        }[seededAs?.role ?? 'synced'];
        expect([order.name, platform.state, platform.error]).toEqual([
          order.name,
          expected,
          seededAs?.errors[0] ?? null,
        ]);
      }
    await demo.close();
  });

  it('about four in five orders sync, one in six is stuck, every error is there three times per store', async () => {
    const demo = await at({});
    const { total, stores } = demo.seededCounts();
    expect(total.orders).toBe(3_000);
    expect(total.synced / total.orders).toBeGreaterThan(0.77);
    expect(total.stuck / total.orders).toBeGreaterThan(0.15);
    expect(total.stuck / total.orders).toBeLessThan(0.19);
    for (const counts of Object.values(stores)) {
      for (const error of errorTypes) expect(counts.errors[error]).toBeGreaterThanOrEqual(3);
      expect(
        counts.synced +
          counts.stuck +
          counts.waiting +
          counts.outOfScope.old +
          counts.outOfScope.test +
          counts.outOfScope.pointOfSale,
      ).toBe(counts.orders);
    }
    await demo.close();
  });

  it.each([0, 1, 7, 30, 60, 61])('a store of %i orders is a store, too', async (orders) => {
    const demo = await at({ orders, stores: 1 });
    const { total } = demo.seededCounts();
    expect([...demo.inspect(demo.stores[0]?.domain ?? '').orders()]).toHaveLength(orders);
    expect(errorTypes.every((error) => total.errors[error] >= (orders >= 60 ? 3 : 0))).toBe(true);
    await demo.close();
  });

  it('has the mess of real shops', async () => {
    const demo = await at({});
    const everything = demo.stores.flatMap((store) =>
      [...demo.inspect(store.domain).orders()].map((each) => each.order),
    );
    const countries = new Set(everything.flatMap((order) => order.shippingAddress?.countryCode ?? []));
    expect(countries.size).toBeGreaterThanOrEqual(18);
    const has = (what: string, holds: (order: (typeof everything)[number]) => boolean) =>
      expect([what, everything.some(holds)]).toEqual([what, true]);
    has('forty items', (order) => order.items.length >= 40);
    has('gift cards', (order) => order.items.some((item) => item.isGiftCard));
    has('tips', (order) => order.items.some((item) => item.nonFulfillableQuantity > 0));
    has('companies', (order) => order.company !== null && order.paymentTerms !== null);
    has('long names', (order) => (order.shippingAddress?.firstName ?? '').length > 60);
    has('emoji', (order) => order.shippingAddress?.firstName?.includes('🎁') ?? false);
    has('no e-mail', (order) => order.email === null);
    has('older than sixty days', (order) => order.createdAt < NOW - 60 * 86_400_000);
    has('younger than a quarter of an hour', (order) => order.createdAt > NOW - 15 * 60_000);
    expect(new Set(demo.stores.map((store) => store.currency)).size).toBe(4);
    await demo.close();
  });

  it('gives the errors culprits to find', async () => {
    const demo = await at({});
    const [store] = demo.stores;
    const inspection = demo.inspect(store?.domain ?? '');
    const most = (keys: readonly (string | number | null)[]): number =>
      Math.max(
        ...Map.groupBy(keys, (key) => key)
          .values()
          .map((group) => group.length),
      );
    const unlinked = inspection.withError('product_not_linked');
    expect(most(unlinked.map((each) => each.platform.message))).toBeGreaterThan(unlinked.length / 3);
    const taggers = inspection
      .withError('ignored_by_tag')
      .map(
        (each) =>
          each.order.events.find((event) => event.action === 'tag_added')?.message.split(' added')[0] ?? null,
      );
    expect(new Set(taggers)).toContain('Fraud Filter');
    expect(taggers).toContain(null);
    const blocked = inspection
      .withError('destination_not_whitelisted')
      .map((each) => each.order.shippingAddress?.countryCode ?? null);
    expect(most(blocked)).toBeGreaterThan(blocked.length / 2);
    const irish = inspection
      .withError('postal_code_missing')
      .filter((each) => each.order.shippingAddress?.countryCode === 'IE');
    const good = [...inspection.orders()].filter(
      (each) =>
        each.order.shippingAddress?.countryCode === 'IE' && (each.order.shippingAddress.zip ?? '') !== '',
    );
    const sameCustomer = irish.filter((each) =>
      good.some((other) => other.order.customer?.id === each.order.customer?.id),
    );
    expect(sameCustomer.length).toBeGreaterThan(0);
    await demo.close();
  });

  it('a million orders are there at once, built when looked at', async () => {
    const demo = await at({ orders: 1_000_000, stores: 1 });
    const { order, platform } = demo.inspect(demo.stores[0]?.domain ?? '').order('#AN-900000');
    expect(order.name).toBe('#AN-900000');
    expect(platform.state).toMatch(/synced|refused/);
    await demo.close();
  });
});

describe('the demo server', () => {
  it('listens on the loopback only and closes with connections open', async () => {
    const demo = await at({ orders: 60, stores: 1 });
    expect(demo.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const store = demo.stores[0];
    const open = await fetch(`${store?.platformEndpoint}/shop-integrations/orders.csv`, {
      headers: { connection: 'keep-alive' },
    });
    await open.text();
    await demo.close();
    await expect(fetch(demo.url)).rejects.toThrow('fetch failed');
  });

  it('does not wait for an answer it holds back when it closes', async () => {
    const demo = await at({ orders: 60, stores: 1, faults: { rules: [{ effect: { latencyMs: 600_000 } }] } });
    const held = fetch(`${demo.stores[0]?.endpoint}/admin/api/2026-10/graphql.json`, {
      method: 'POST',
      body: '{}',
    });
    const outcome = held.then(
      () => 'answered',
      () => 'cut',
    );
    // Long enough for the request to have arrived, so that closing has something to wait for.
    await new Promise((resolve) => {
      setTimeout(resolve, 100);
    });
    await demo.close();
    expect(await outcome).toBe('cut');
  });

  it('names its stores as the command line needs them', async () => {
    const demo = await at({ orders: 60, stores: 1 });
    expect(demo.stores[0]).toMatchObject({
      name: 'Atelier Nord',
      domain: 'atelier-nord.myshopify.com',
      endpoint: `${demo.url}/shops/atelier-nord`,
      tokenEnv: 'ATELIER_NORD_TOKEN',
      token: expect.stringMatching(/^shpat_[0-9a-f]{32}$/),
      platformEndpoint: `${demo.url}/platform/atelier-nord`,
      linkRoute: 'metafield',
    });
    await demo.close();
  });
});
