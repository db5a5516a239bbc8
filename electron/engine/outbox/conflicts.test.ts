import { describe, expect, test } from 'vitest';
import {
  addTag,
  markAsPaid,
  NORD,
  order,
  planOf,
  removeTag,
  setZip,
  variant,
  workbench,
  writesOf,
} from './test-support/workbench.ts';

describe('edits by others', () => {
  test('a stale plan cannot clobber: the touched field changed, so it is a conflict, three ways', async () => {
    const bench = workbench();
    bench.outbox.commit(planOf('set_postal_code', [{ op: setZip(1) }, { op: addTag(1), dependsOn: [0] }]));
    const address = bench.shop(NORD).orders.get(order(1))?.address;
    if (address) address['zip'] = 'T12 AB34';
    const { counts } = await bench.outbox.drain();
    expect(counts).toMatchObject({ conflict: 1, queued: 1 });
    const [zip, reprocess] = bench.outbox.list({}).toReversed();
    const values = { planned: null, now: 'T12 AB34', mine: 'D02 X285' };
    const field = { code: 'address', field: 'zip' };
    expect(zip?.conflict).toEqual([{ field: 'zip', ...values, said: { field, ...values } }]);
    expect(reprocess?.reason).toContain('which is in conflict');
    expect(bench.shop(NORD).effects).toEqual([]);
  });

  test('a change elsewhere in the address is no conflict and is kept', async () => {
    const bench = workbench();
    bench.outbox.commit(planOf('set_postal_code', [{ op: setZip(1) }]));
    const address = bench.shop(NORD).orders.get(order(1))?.address;
    if (address) address['address2'] = 'Flat 4';
    await bench.outbox.drain();
    expect(bench.shop(NORD).orders.get(order(1))?.address).toMatchObject({
      zip: 'D02 X285',
      address2: 'Flat 4',
    });
  });

  test('mine sends over what is there now, unless it changed once more', async () => {
    const bench = workbench();
    const { run } = bench.outbox.commit(planOf('set_postal_code', [{ op: setZip(1) }]));
    const address = bench.shop(NORD).orders.get(order(1))?.address ?? {};
    address['zip'] = 'T12 AB34';
    await bench.outbox.drain();
    bench.outbox.resolve(writesOf(bench, run), 'mine');
    address['zip'] = 'T12 ZZ99';
    await bench.outbox.drain();
    expect(bench.outbox.list({})[0]?.conflict[0]).toMatchObject({ planned: 'T12 AB34', now: 'T12 ZZ99' });
    bench.outbox.resolve(writesOf(bench, run), 'mine');
    await bench.outbox.drain();
    expect(bench.shop(NORD).orders.get(order(1))?.address).toMatchObject({ zip: 'D02 X285' });
  });

  test('theirs leaves what is there and ends what depended on it', async () => {
    const bench = workbench();
    const { run } = bench.outbox.commit(
      planOf('set_postal_code', [{ op: setZip(1) }, { op: addTag(1), dependsOn: [0] }]),
    );
    const address = bench.shop(NORD).orders.get(order(1))?.address ?? {};
    address['zip'] = 'T12 AB34';
    await bench.outbox.drain();
    bench.outbox.resolve(writesOf(bench, run).slice(0, 1), 'theirs');
    expect(bench.states()).toEqual(['cancelled', 'cancelled']);
    expect(bench.outbox.list({ run }).at(-1)?.reason).toBe('Kept theirs.');
    await bench.outbox.drain();
    expect(bench.shop(NORD).effects).toEqual([]);
  });

  test('an order that somebody else has paid meanwhile is not paid again', async () => {
    const bench = workbench();
    bench.outbox.commit(planOf('mark_as_paid', [{ op: markAsPaid(1) }]), 1);
    const before = bench.shop(NORD).orders.get(order(1));
    if (before) before.status = 'PAID';
    await bench.outbox.drain();
    expect(bench.shop(NORD).effects).toEqual([]);
    expect(bench.states()).toEqual(['applied']);
  });

  test('a link that somebody else set between look and write is a conflict, by compareDigest', async () => {
    const bench = workbench();
    const set = { product: 'DIGG-000001-0001', active: true };
    bench.outbox.commit(
      planOf('link_variant', [{ op: { op: 'variant_link_set', variant: variant(1), set, base: null } }]),
    );
    const it = bench.shop(NORD).variants.get(variant(1));
    if (it) it.link = { value: '{"product":"DIGG-000009-0001","active":true}', digest: 'theirs' };
    await bench.outbox.drain();
    expect(bench.outbox.list({})[0]).toMatchObject({
      state: 'conflict',
      conflict: [{ field: 'link', planned: null, now: 'DIGG-000009-0001', mine: 'DIGG-000001-0001' }],
    });
    bench.outbox.resolve(writesOf(bench, bench.outbox.runs()[0]?.id ?? ''), 'mine');
    await bench.outbox.drain();
    expect(it?.link?.value).toBe(JSON.stringify(set));
  });

  test('an order that is gone ends its write with the reason', async () => {
    const bench = workbench();
    bench.shop(NORD).orders.delete(order(1));
    bench.outbox.commit(planOf('remove_ignore_tag', [{ op: removeTag(1) }]));
    await bench.outbox.drain();
    expect(bench.outbox.list({})[0]).toMatchObject({
      state: 'rejected',
      reason: 'The order is no longer in Shopify.',
    });
  });
});
