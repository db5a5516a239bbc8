import { describe, expect, test } from 'vitest';
import { gid } from '../../../shared/domain/ids.ts';
import {
  addTag,
  NORD,
  order,
  planOf,
  product,
  removeTag,
  setZip,
  SUD,
  variant,
  workbench,
} from './test-support/workbench.ts';

describe('a fix on its way', () => {
  test('committed offline, it is sent once the store is reachable, and the order has it', async () => {
    const bench = workbench();
    bench.admin(NORD).online = false;
    const { run } = bench.outbox.commit(
      planOf('remove_ignore_tag', [{ op: removeTag(1) }, { op: removeTag(2) }]),
    );
    expect(await bench.outbox.drain()).toMatchObject({ offline: [NORD], unauthorized: [] });
    expect(bench.shop(NORD).effects).toEqual([]);
    expect(bench.outbox.counts()).toMatchObject({ queued: 2, retry_wait: 0, applied: 0 });

    bench.admin(NORD).online = true;
    const { counts, offline } = await bench.outbox.drain();
    expect(offline).toEqual([]);
    expect(counts).toMatchObject({ applied: 2, queued: 0, retry_wait: 0 });
    expect(bench.shop(NORD).orders.get(order(1))?.tags).toEqual(['vip']);
    expect(bench.outbox.run(run).orders.map(({ name, state }) => [name, state])).toEqual([
      ['#1', 'applied'],
      ['#2', 'applied'],
    ]);
  });

  test('a reprocess waits for the fix that it follows', async () => {
    const bench = workbench();
    bench.outbox.commit(planOf('set_postal_code', [{ op: setZip(1) }, { op: addTag(1), dependsOn: [0] }]));
    await bench.outbox.drain();
    expect(bench.shop(NORD).effects).toEqual(['#1 address', '#1 tagsAdd bigblue-reprocess']);
  });

  test('writes to one order apply in the order in which they were committed', async () => {
    const bench = workbench();
    const tags = ['a', 'b', 'c', 'd', 'e'];
    bench.outbox.commit(
      planOf(
        'reprocess',
        tags.map((tag) => ({ op: addTag(1, tag) })),
      ),
    );
    bench.admin(NORD).fail('cut', /TagsAdd/, 2);
    await bench.outbox.drain();
    expect(bench.shop(NORD).effects).toEqual(tags.map((tag) => `#1 tagsAdd ${tag}`));
  });

  test('the reprocess tag is an event: one that is still there comes off first', async () => {
    const bench = workbench();
    bench.shop(NORD).orders.get(order(1))?.tags.push('BigBlue-Reprocess');
    bench.outbox.commit(planOf('reprocess', [{ op: addTag(1) }]));
    await bench.outbox.drain();
    expect(bench.shop(NORD).effects).toEqual([
      '#1 tagsRemove BigBlue-Reprocess',
      '#1 tagsAdd bigblue-reprocess',
    ]);
  });

  test('what is so already is not sent, and counts as applied', async () => {
    const bench = workbench();
    const before = bench.shop(NORD).orders.get(order(1));
    if (before) before.tags = ['vip'];
    const { run } = bench.outbox.commit(planOf('remove_ignore_tag', [{ op: removeTag(1) }]));
    await bench.outbox.drain();
    expect(bench.shop(NORD).effects).toEqual([]);
    expect(bench.outbox.run(run).orders[0]).toMatchObject({ state: 'applied', reason: 'It was so already.' });
  });

  test('an address keeps its other fields, and is not touched where it already has the value', async () => {
    const bench = workbench();
    bench.outbox.commit(planOf('set_postal_code', [{ op: setZip(1) }]));
    await bench.outbox.drain();
    expect(bench.shop(NORD).orders.get(order(1))?.address).toMatchObject({
      firstName: 'Aoife',
      address1: '1 Main Street',
      city: 'Dublin',
      zip: 'D02 X285',
      countryCode: 'IE',
    });
  });

  test('product fixes, links and SKUs reach their variant', async () => {
    const bench = workbench();
    const link = { product: 'DIGG-000001-0001', active: true };
    bench.outbox.commit(
      planOf('make_physical', [
        {
          op: {
            op: 'variant_requires_shipping_set',
            variant: variant(1),
            inventoryItem: gid('InventoryItem', 'gid://shopify/InventoryItem/1'),
            set: true,
            base: false,
          },
        },
        { op: { op: 'variant_link_set', variant: variant(2), set: link, base: null } },
        {
          op: { op: 'variant_sku_set', variant: variant(3), product: product(3), set: 'NEW', base: 'OLD-3' },
        },
        { op: { op: 'product_tags_add', product: product(1), tags: ['bigblue-reprocess'] }, dependsOn: [0] },
      ]),
    );
    const { counts } = await bench.outbox.drain();
    expect(counts.applied).toBe(4);
    expect(bench.shop(NORD).variants.get(variant(1))?.ships).toBe(true);
    expect(bench.shop(NORD).variants.get(variant(2))?.link?.value).toBe(JSON.stringify(link));
    expect(bench.shop(NORD).variants.get(variant(3))?.sku).toBe('NEW');
  });

  test('throttling is waited out and counts as no attempt', async () => {
    const bench = workbench();
    bench.admin(NORD).fail('throttled', /TagsRemove/, 3);
    bench.outbox.commit(planOf('remove_ignore_tag', [{ op: removeTag(1) }]));
    await bench.outbox.drain();
    expect(bench.outbox.list({})[0]).toMatchObject({
      state: 'applied',
      attempts: 1,
      requestId: expect.any(String),
    });
  });

  test('a paused outbox keeps everything queued; resumed, it sends', async () => {
    const bench = workbench();
    bench.outbox.pause();
    bench.outbox.commit(planOf('remove_ignore_tag', [{ op: removeTag(1) }]));
    expect((await bench.outbox.drain()).counts).toMatchObject({ queued: 1, applied: 0 });
    expect(bench.outbox.paused()).toEqual({ all: true, stores: [] });
    bench.outbox.resume();
    expect((await bench.outbox.drain()).counts).toMatchObject({ queued: 0, applied: 1 });
  });

  test('in the background, a commit is sent without anybody asking', async () => {
    const bench = workbench();
    bench.outbox.kick();
    bench.outbox.commit(planOf('remove_ignore_tag', [{ op: removeTag(1) }]));
    await expect.poll(() => bench.outbox.counts().applied).toBe(1);
    await bench.outbox.stop();
  });

  test('in the background, an unreachable store is looked for until it is back, and a revoked one once it is reconnected', async () => {
    const bench = workbench([NORD, SUD]);
    bench.admin(NORD).online = false;
    bench.admin(SUD).authorized = false;
    bench.outbox.kick();
    bench.outbox.commit(
      planOf('remove_ignore_tag', [{ op: removeTag(1) }, { op: removeTag(1), store: SUD }]),
    );
    await expect.poll(() => bench.outbox.counts().blocked_auth).toBe(1);
    bench.admin(NORD).online = true;
    await expect.poll(() => bench.outbox.counts().applied).toBe(1);
    bench.admin(SUD).authorized = true;
    bench.outbox.reconnected(SUD);
    await expect.poll(() => bench.outbox.counts().applied).toBe(2);
    await bench.outbox.stop();
  });

  test('a clock that is set back keeps nothing waiting', async () => {
    const bench = workbench();
    bench.admin(NORD).fail('refused', /TagsRemove/);
    bench.outbox.commit(planOf('remove_ignore_tag', [{ op: removeTag(1) }]));
    await bench.outbox.drain({ signal: AbortSignal.abort() });
    bench.journal.exec(
      `UPDATE writes SET state = 'retry_wait', next_attempt_at = ${bench.clock.now() + 9e9}`,
    );
    const before = bench.clock.now();
    await bench.outbox.drain();
    expect(bench.states()).toEqual(['applied']);
    expect(bench.clock.now() - before).toBeLessThan(60_000);
  });

  test('a drain gives up at its timeout and leaves what it did not reach in the queue', async () => {
    const bench = workbench();
    bench.admin(NORD).fail('throttled', /OrderTags/, 1e9);
    bench.outbox.commit(planOf('remove_ignore_tag', [{ op: removeTag(1) }]));
    await bench.outbox.drain({ timeoutMs: 50 });
    expect(bench.outbox.counts()).toMatchObject({ applied: 0, queued: 1 });
  });
});
