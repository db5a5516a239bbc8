import { describe, expect, test } from 'vitest';
import { addTag, NORD, planOf, removeTag, setZip, SUD, workbench } from './test-support/workbench.ts';

describe('one bad thing blocks nothing else', () => {
  test('a rejected write keeps the API’s own words, and only its own order waits no longer', async () => {
    const bench = workbench();
    const { run } = bench.outbox.commit(
      planOf('set_postal_code', [
        { op: setZip(1, 'BAD') },
        { op: addTag(1), dependsOn: [0] },
        { op: setZip(2) },
        { op: addTag(2), dependsOn: [2] },
      ]),
    );
    await bench.outbox.drain();
    const [zip, reprocess] = bench.outbox.list({ run }).toReversed();
    expect(zip).toMatchObject({ state: 'rejected', reason: 'Zip is not valid for Ireland' });
    expect(reprocess?.state).toBe('cancelled');
    expect(reprocess?.reason).toContain(
      `Set postal code to BAD” (write ${zip?.id}), which was rejected: Zip is not valid`,
    );
    expect(bench.shop(NORD).effects).toEqual(['#2 address', '#2 tagsAdd bigblue-reprocess']);
  });

  test('a write that always fails holds back its own order only, and ends visibly', async () => {
    const bench = workbench();
    bench.outbox.commit(planOf('remove_ignore_tag', [{ op: removeTag(1) }]));
    bench.admin(NORD).fail('cut', /TagsRemove/, 1000);
    await bench.outbox.drain();
    expect(bench.outbox.list({})[0]).toMatchObject({ state: 'rejected', attempts: 10 });
    expect(bench.outbox.list({})[0]?.reason).toMatch(/^Tried 10 times without effect/);
  });

  test('a revoked token blocks only its own store, and its writes go on when it is accepted again', async () => {
    const bench = workbench([NORD, SUD]);
    bench.admin(NORD).authorized = false;
    bench.outbox.commit(
      planOf('remove_ignore_tag', [
        { op: removeTag(1) },
        { op: removeTag(2) },
        { op: removeTag(1), store: SUD },
      ]),
    );
    const drained = await bench.outbox.drain();
    expect(drained).toMatchObject({ unauthorized: [NORD], offline: [] });
    expect(drained.counts).toMatchObject({ blocked_auth: 2, applied: 1 });
    expect(await bench.outbox.drain()).toMatchObject({ unauthorized: [NORD] });

    bench.admin(NORD).authorized = true;
    expect((await bench.outbox.drain()).counts).toMatchObject({ blocked_auth: 0, applied: 3 });
  });

  test('a store that cannot be reached does not keep another one waiting', async () => {
    const bench = workbench([NORD, SUD]);
    bench.admin(NORD).online = false;
    bench.outbox.commit(
      planOf('remove_ignore_tag', [{ op: removeTag(1) }, { op: removeTag(1), store: SUD }]),
    );
    const drained = await bench.outbox.drain();
    expect(drained.offline).toEqual([NORD]);
    expect(bench.shop(SUD).effects).toEqual(['#1 tagsRemove bigblue-ignore']);
  });

  test('a missing scope blocks only the writes that need it', async () => {
    const bench = workbench();
    bench.admin(NORD).fail('denied', /OrderAddressSet/, 2);
    bench.outbox.commit(planOf('edit_address', [{ op: setZip(1) }, { op: removeTag(2) }]));
    expect((await bench.outbox.drain()).counts).toMatchObject({ blocked_auth: 1, applied: 1 });
    expect(bench.outbox.list({ states: ['blocked_auth'] })[0]?.reason).toContain('write_orders');
    await bench.outbox.drain();
    expect((await bench.outbox.drain()).counts).toMatchObject({ blocked_auth: 0, applied: 2 });
  });
});
