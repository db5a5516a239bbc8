/** What an agent decides about whole runs: pauses, order, schedule, stages. All of it is in the journal. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type RunId, runId, writeId } from '../../../shared/domain/ids.ts';
import type { PlannedWrite } from '../../../shared/domain/plan.ts';
import { entityOf } from '../../../shared/domain/write.ts';
import { stagePlan } from './stage-plan.ts';
import { stageVerdict } from './stage-verdict.ts';
import { ADDRESS, orderGid } from './test-support/fake-shop.ts';
import {
  addTag,
  NORD,
  order,
  planOf,
  product,
  removeTag,
  setZip,
  SUD,
  workbench,
  type Workbench,
} from './test-support/workbench.ts';

const HOUR = 3_600_000;

/** A store with so many orders. */
function bigBench(orders: number): Workbench {
  const bench = workbench();
  const shop = bench.shop(NORD);
  const pattern = shop.orders.get(order(1));
  if (!pattern) throw new Error('The fake store has no first order.');
  for (let n = 4; n <= orders; n += 1) {
    shop.orders.set(orderGid(n), {
      ...pattern,
      gid: orderGid(n),
      name: `#${n}`,
      tags: [...pattern.tags],
      address: { ...ADDRESS },
    });
  }
  return bench;
}

const numbers = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at);

/** A tag taken off each of these orders. */
const tagPlan = (orders: readonly number[]) =>
  planOf(
    'remove_ignore_tag',
    orders.map((n) => ({ op: removeTag(n) })),
  );

describe('a paused run', () => {
  test('sends nothing while the others go on, also after a restart, and goes on when it is resumed', async () => {
    const bench = workbench();
    const { run } = bench.outbox.commit(tagPlan([1]));
    bench.outbox.commit(tagPlan([2]));
    bench.outbox.runControl.pause(run);
    bench.crash();
    await bench.outbox.drain();
    expect(bench.shop(NORD).effects).toEqual(['#2 tagsRemove bigblue-ignore']);
    expect(bench.outbox.list({})[1]).toMatchObject({ state: 'queued', reason: 'Its run is paused.' });
    bench.outbox.runControl.resume(run);
    await bench.outbox.drain();
    expect(bench.shop(NORD).effects).toHaveLength(2);
    expect(bench.outbox.history({}).map(({ what }) => what)).toEqual(
      expect.arrayContaining(['run_paused', 'run_resumed']),
    );
  });

  test('does not leave any more once it is paused, even if it was looked at just before', async () => {
    const bench = workbench();
    const { run } = bench.outbox.commit(tagPlan([1]));
    const sending = bench.outbox.drain();
    // Its look is on its way.
    await new Promise((resolve) => setImmediate(resolve));
    bench.outbox.runControl.pause(run);
    await sending;
    expect(bench.admin(NORD).log).not.toContain('TagsRemove');
    expect(bench.states()).toEqual(['queued']);
  });

  test('still keeps its place: what comes after it on the same order waits', async () => {
    const bench = workbench();
    const { run } = bench.outbox.commit(planOf('reprocess', [{ op: addTag(1, 'a') }]));
    bench.outbox.commit(planOf('reprocess', [{ op: addTag(1, 'b') }]));
    bench.outbox.runControl.pause(run);
    await bench.outbox.drain();
    expect(bench.shop(NORD).effects).toEqual([]);
    bench.outbox.runControl.cancel(run);
    await bench.outbox.drain();
    expect(bench.shop(NORD).effects).toEqual(['#1 tagsAdd b']);
  });

  test('lets local writes wait too', () => {
    const bench = workbench();
    const { run } = bench.outbox.commit(
      planOf('dismiss', [{ op: { op: 'order_dismiss', order: order(1), reason: null } }]),
      undefined,
      { startsAt: bench.clock.now() + HOUR },
    );
    expect(bench.states()).toEqual(['queued']);
    bench.outbox.runControl.schedule(run, {});
    expect(bench.states()).toEqual(['applied']);
  });
});

describe('a scheduled run', () => {
  test('is sent at its time and not before', async () => {
    const bench = workbench();
    const startsAt = bench.clock.now() + HOUR;
    const { run } = bench.outbox.commit(tagPlan([1]), undefined, { startsAt });
    await bench.outbox.drain();
    bench.clock.advance(HOUR - 1);
    await bench.outbox.drain();
    expect(bench.shop(NORD).effects).toEqual([]);
    expect(bench.outbox.run(run).run.control).toMatchObject({ startsAt, dueBy: null });
    expect(bench.outbox.list({})[0]?.said).toEqual({ code: 'run_scheduled', at: startsAt });
    bench.clock.advance(1);
    await bench.outbox.drain();
    expect(bench.shop(NORD).effects).toHaveLength(1);
  });

  test('is sent in the background without anybody asking for it', async () => {
    const bench = workbench();
    bench.outbox.commit(tagPlan([1]), undefined, { startsAt: bench.clock.now() + 5 * HOUR });
    bench.outbox.kick();
    await expect.poll(() => bench.states()).toEqual(['applied']);
    expect(bench.outbox.list({})[0]?.updatedAt).toBeGreaterThanOrEqual(Date.UTC(2026, 10, 24, 13));
    await bench.outbox.stop();
  });
});

describe('the order of runs', () => {
  const effects = async (bench: Workbench): Promise<string[]> => {
    await bench.outbox.drain();
    return bench.shop(NORD).effects.map((effect) => effect.split(' ').at(-1) ?? '');
  };
  const tagged = (n: number, tag: string) => planOf('reprocess', [{ op: addTag(n, tag) }]);

  test('is that of their commits; one put first goes before all, one due by a cut-off before those that are not', async () => {
    const bench = workbench();
    // One request at a time shows who goes first.
    bench.outbox.commit(tagged(1, 'a'));
    bench.outbox.commit(tagged(2, 'b'), undefined, { dueBy: bench.clock.now() + 2 * HOUR });
    bench.outbox.commit(tagged(2, 'c'), undefined, { dueBy: bench.clock.now() + HOUR });
    const { run } = bench.outbox.commit(tagged(3, 'd'));
    bench.outbox.runControl.first(run);
    const order = await effects(bench);
    expect(order.indexOf('d')).toBeLessThan(order.indexOf('a'));
    // The same order's writes keep theirs, whatever goes first.
    expect(order.indexOf('b')).toBeLessThan(order.indexOf('c'));
    expect([...order].toSorted()).toEqual(['a', 'b', 'c', 'd']);
  });

  test('never breaks the order of one entity’s writes, whatever is put first, paused, scheduled or resumed', async () => {
    const step = fc.record({
      do: fc.constantFrom(
        'commit',
        'first',
        'inTurn',
        'pause',
        'resume',
        'schedule',
        'cancel',
        'drain',
        'crash',
      ),
      n: fc.integer({ min: 1, max: 3 }),
      pick: fc.nat(9),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (story) => {
        const bench = workbench();
        const runs: string[] = [];
        const early: string[] = [];
        for (const { do: what, n, pick } of story) {
          const run = bench.outbox.runs().find(({ id }) => id === runs[pick % Math.max(1, runs.length)]);
          const control = bench.outbox.runControl;
          const startsAt = bench.clock.now() + HOUR;
          if (what === 'commit') {
            const terms = pick === 0 ? { startsAt } : pick === 1 ? { dueBy: startsAt } : {};
            runs.push(bench.outbox.commit(tagged(n, `t${runs.length}`), undefined, terms).run);
          } else if (what === 'drain') early.push(...(await movedWhileHeld(bench)));
          else if (what === 'crash') bench.crash();
          else if (run === undefined) continue;
          else if (what === 'schedule') control.schedule(runIdOf(run), pick < 5 ? { startsAt } : {});
          else control[asVerb(what)](runIdOf(run));
        }
        expect(early).toEqual([]);
        const held = bench.outbox.runs();
        for (const {
          id,
          control: { pausedAt },
        } of held)
          if (pausedAt !== null) bench.outbox.runControl.resume(runIdOf({ id }));
        bench.clock.advance(2 * HOUR);
        await bench.outbox.drain();
        const applied = bench.shop(NORD).effects;
        for (const n of [1, 2, 3]) {
          const its = applied
            .filter((effect) => effect.startsWith(`#${n} `))
            .map((effect) => Number(effect.split(' t').at(-1)));
          expect(its).toEqual(its.toSorted((a, b) => a - b));
        }
        expect(new Set(bench.states())).not.toContain('queued');
        expect(applied).toHaveLength(bench.states().filter((state) => state === 'applied').length);
        bench.close();
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});

describe('a staged run', () => {
  const stages = { sizes: [1, 10], stopAbove: 0.2 };

  test('tries one order, then ten, then the rest, each after the one before has come to its end', async () => {
    const bench = bigBench(20);
    const { run } = bench.outbox.commit(tagPlan(numbers(1, 20)), undefined, { stages });
    expect(bench.outbox.run(run).run.control.stages).toMatchObject({
      open: 0,
      each: [{ orders: 1 }, { orders: 10 }, { orders: 9 }],
    });
    await bench.outbox.drain();
    const at = bench.shop(NORD).effects.map((effect) => Number(/#(\d+)/.exec(effect)?.[1]));
    expect(at[0]).toBe(1);
    expect(at.slice(1, 11).toSorted((a, b) => a - b)).toEqual(numbers(2, 11));
    expect(at).toHaveLength(20);
    expect(bench.outbox.run(run).run.control.stages).toMatchObject({
      open: 2,
      stoppedAt: null,
      each: [{ done: 1 }, { done: 10 }, { done: 9 }],
    });
  });

  test('stops when too many of a stage fail, says so, and sends no more until the agent lets it', async () => {
    const bench = bigBench(20);
    for (const n of [3, 4, 5]) bench.shop(NORD).orders.delete(orderGid(n));
    const { run } = bench.outbox.commit(tagPlan(numbers(1, 20)), undefined, { stages });
    await bench.outbox.drain();
    bench.crash();
    await bench.outbox.drain();
    const { control } = bench.outbox.run(run).run;
    expect(control.stages).toMatchObject({
      open: 1,
      each: [{ done: 1 }, { failed: 3 }, { done: 0, failed: 0 }],
    });
    expect(control.stages?.stoppedAt).not.toBeNull();
    expect(bench.outbox.list({ states: ['queued'] })[0]?.said).toEqual({ code: 'run_stopped' });
    expect(bench.outbox.history({}).find(({ what }) => what === 'run_stopped')?.detail).toMatch(
      /^stage 2 of 3: \d done, 3 failed of 10 orders$/,
    );
    bench.outbox.runControl.resume(run);
    await bench.outbox.drain();
    expect(bench.outbox.counts()).toMatchObject({ applied: 17, rejected: 3, queued: 0 });
  });

  test('stops at a conflict on the one order it tried, and cancelling the rest leaves them alone', async () => {
    const bench = bigBench(5);
    const { run } = bench.outbox.commit(
      planOf(
        'set_postal_code',
        numbers(1, 5).map((n) => ({ op: setZip(n) })),
      ),
      undefined,
      { stages },
    );
    const first = bench.shop(NORD).orders.get(order(1));
    if (first?.address) first.address['zip'] = 'D01';
    await bench.outbox.drain();
    expect(bench.outbox.counts()).toMatchObject({ conflict: 1, queued: 4 });
    expect(bench.outbox.runControl.cancel(run)).toBe(5);
    expect(bench.shop(NORD).effects).toEqual([]);
  });

  test('counts what the agent took back neither way, and goes on', async () => {
    const bench = bigBench(3);
    const { run } = bench.outbox.commit(tagPlan([1, 2, 3]), undefined, { stages });
    const [first] = bench.outbox.list({ run }).toReversed();
    bench.outbox.cancel([writeId(first?.id ?? 0)]);
    await bench.outbox.drain();
    expect(bench.outbox.run(run).run.control.stages).toMatchObject({ open: 1, stoppedAt: null });
    expect(bench.outbox.counts()).toMatchObject({ applied: 2, cancelled: 1 });
  });

  test('wakes the stores of its next stage', async () => {
    const bench = workbench([NORD, SUD]);
    const plan = planOf('remove_ignore_tag', [{ op: removeTag(1) }, { op: removeTag(1), store: SUD }]);
    bench.outbox.commit(plan, undefined, { stages });
    await bench.outbox.drain();
    expect(bench.outbox.counts()).toMatchObject({ applied: 2 });
  });

  test('never lets a stage go before the ones ahead of it are over and have not failed too often', async () => {
    const story = fc.record({
      orders: fc.integer({ min: 1, max: 25 }),
      sizes: fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 1, maxLength: 3 }),
      gone: fc.uniqueArray(fc.integer({ min: 1, max: 25 }), { maxLength: 6 }),
      stopAbove: fc.constantFrom(0, 0.1, 0.2, 0.5, 1),
      crashes: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(story, async ({ orders, sizes, gone, stopAbove, crashes }) => {
        const bench = bigBench(Math.max(3, orders));
        for (const n of gone) bench.shop(NORD).orders.delete(orderGid(n));
        const terms = { stages: { sizes, stopAbove } };
        const { run } = bench.outbox.commit(tagPlan(numbers(1, orders)), undefined, terms);
        if (crashes) {
          bench.admin(NORD).fail('hang', /TagsRemove/);
          void bench.outbox.drain();
          for (let turn = 0; turn < 40; turn += 1) await new Promise((resolve) => setImmediate(resolve));
          bench.crash();
        }
        await bench.outbox.drain();
        const { stages } = bench.outbox.run(run).run.control;
        const each = stages?.each ?? [];
        const open = stages?.open ?? -1;
        expect(each.reduce((sum, { orders: n }) => sum + n, 0)).toBe(orders);
        const verdicts = each.map((stage) => stageVerdict(stage, stopAbove));
        expect(verdicts.slice(0, open).filter((verdict) => verdict !== 'ended')).toEqual([]);
        expect(each.slice(open + 1).filter(({ done, failed }) => done + failed > 0)).toEqual([]);
        // What was on its way when it stopped may have brought the share down again.
        const isStopped = stages?.stoppedAt !== null;
        expect(isStopped || !verdicts.includes('stop')).toBe(true);
        expect(!isStopped || (each[open]?.failed ?? 0) > 0).toBe(true);
        const { applied, rejected, queued } = bench.outbox.counts();
        expect([applied, rejected]).toEqual([
          each.reduce((sum, { done }) => sum + done, 0),
          each.reduce((sum, { failed }) => sum + failed, 0),
        ]);
        expect(queued > 0).toBe(isStopped && applied + rejected < orders);
        bench.close();
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  test('keeps every write behind those it needs, and every stage free of later ones', () => {
    const ops = fc.array(
      fc.record({
        orders: fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 5 }),
        onProduct: fc.option(fc.integer({ min: 1, max: 3 }), { nil: null }),
        needs: fc.array(fc.nat(20), { maxLength: 2 }),
      }),
      { minLength: 1, maxLength: 20 },
    );
    fc.assert(
      fc.property(
        ops,
        fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 }),
        (drafts, sizes) => {
          const writes = drafts.map(({ orders, onProduct, needs }, at): PlannedWrite => ({
            key: `w${at}`,
            store: NORD,
            op:
              onProduct === null
                ? addTag(orders[0] ?? 1)
                : { op: 'product_tags_add', product: product(onProduct), tags: ['x'] },
            orders: onProduct === null ? [orderGid(orders[0] ?? 1)] : orders.map(orderGid),
            dependsOn: needs.filter((n) => n < at).map((n) => `w${n}`),
          }));
          const orders = numbers(1, 12).map((n) => ({ store: NORD, gid: orderGid(n) }));
          const staged = stagePlan(orders, writes, sizes);
          const place = new Map(staged.writes.map(({ key }, at) => [key, at]));
          expect(place.size).toBe(writes.length);
          const stageOfWrite = (at: number) => staged.stages.findIndex(({ lastSeq }) => at <= lastSeq);
          for (const [at, write] of staged.writes.entries()) {
            for (const need of write.dependsOn) expect(place.get(need)).toBeLessThan(at);
            const stage = Math.min(...write.orders.map((gid) => staged.stageOf.get(`${NORD} ${gid}`) ?? 0));
            expect(stageOfWrite(at)).toBeLessThanOrEqual(stage);
          }
          for (const [, group] of Map.groupBy(writes, ({ op }) => entityOf(op)))
            expect(group.map(({ key }) => place.get(key) ?? -1)).toEqual(
              group.map(({ key }) => place.get(key) ?? -1).toSorted((a, b) => a - b),
            );
          expect(staged.stages.reduce((sum, { orders: n }) => sum + n, 0)).toBe(12);
        },
      ),
    );
  });

  test('a share says nothing before ten orders are through', () => {
    expect(stageVerdict({ orders: 1000, done: 1, failed: 1, void: 0 }, 0.2)).toBe('open');
    expect(stageVerdict({ orders: 1000, done: 1, failed: 3, void: 0 }, 0.2)).toBe('stop');
    expect(stageVerdict({ orders: 1000, done: 20, failed: 5, void: 0 }, 0.2)).toBe('open');
    expect(stageVerdict({ orders: 10, done: 8, failed: 2, void: 0 }, 0.2)).toBe('ended');
    expect(stageVerdict({ orders: 1, done: 0, failed: 1, void: 0 }, 0.2)).toBe('stop');
    expect(stageVerdict({ orders: 1, done: 0, failed: 1, void: 0 }, 1)).toBe('ended');
  });
});

/** Sends, and tells the runs that moved though they were paused or put off. */
async function movedWhileHeld(bench: Workbench): Promise<readonly string[]> {
  const held = bench.outbox
    .runs()
    .filter(
      ({ control: { pausedAt, startsAt } }) =>
        pausedAt !== null || (startsAt !== null && startsAt > bench.clock.now()),
    );
  await bench.outbox.drain();
  return held
    .filter(({ id, counts }) => bench.outbox.run(runIdOf({ id })).run.counts.applied !== counts.applied)
    .map(({ id }) => id);
}

type Verb = 'first' | 'inTurn' | 'pause' | 'resume' | 'cancel';
const asVerb = (what: string): Verb =>
  what === 'first' || what === 'inTurn' || what === 'pause' || what === 'resume' ? what : 'cancel';
const runIdOf = ({ id }: { readonly id: string }): RunId => runId(id);

describe('trying again', () => {
  test('a rejected fix is taken up again with what was cancelled for want of it', async () => {
    const bench = workbench();
    const plan = planOf('set_postal_code', [{ op: setZip(1) }, { op: addTag(1), dependsOn: [0] }]);
    const { run } = bench.outbox.commit(plan);
    const gone = bench.shop(NORD).orders.get(order(1));
    bench.shop(NORD).orders.delete(order(1));
    await bench.outbox.drain();
    expect(bench.states()).toEqual(['rejected', 'cancelled']);
    if (gone) bench.shop(NORD).orders.set(order(1), gone);
    expect(bench.outbox.runControl.retry(run)).toBe(1);
    expect(bench.states()).toEqual(['queued', 'queued']);
    expect(bench.outbox.overlay.openWrites(NORD, order(1))).toBe(2);
    await bench.outbox.drain();
    expect(bench.shop(NORD).effects).toEqual(['#1 address', '#1 tagsAdd bigblue-reprocess']);
  });

  test('a rejected fix stays where a later one on the same order went out, or where its run was undone', async () => {
    const bench = workbench();
    const [taken] = [bench.shop(NORD).orders.get(order(1))];
    bench.shop(NORD).orders.delete(order(1));
    const { run } = bench.outbox.commit(planOf('reprocess', [{ op: addTag(1, 'a') }]));
    await bench.outbox.drain();
    if (taken) bench.shop(NORD).orders.set(order(1), taken);
    bench.outbox.commit(planOf('reprocess', [{ op: addTag(1, 'b') }]));
    await bench.outbox.drain();
    expect(bench.outbox.runControl.retry(run)).toBe(0);
    expect(bench.shop(NORD).effects).toEqual(['#1 tagsAdd b']);
  });

  test('goes by the agent’s rule for the trouble, durably, and says how often it was tried', async () => {
    const bench = workbench();
    bench.outbox.setRetryRule('network', { most: 5, withinMs: null });
    bench.outbox.commit(planOf('reprocess', [{ op: addTag(1) }]));
    bench.admin(NORD).fail('cut', /.*/, 50);
    await bench.outbox.drain();
    expect(bench.outbox.list({})[0]).toMatchObject({
      state: 'retry_wait',
      tries: { trouble: 'network', tries: 3, most: 5 },
    });
    bench.crash();
    bench.admin(NORD).fail('cut', /.*/, 50);
    await bench.outbox.drain();
    expect(bench.outbox.list({})[0]).toMatchObject({
      state: 'rejected',
      said: { code: 'in_vain', attempts: 5 },
    });
    expect(bench.outbox.retryRules().network).toEqual({ most: 5, withinMs: null });
  });
});
