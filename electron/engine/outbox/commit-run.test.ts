import { describe, expect, test } from 'vitest';
import type { WriteOp } from '../../../shared/domain/write.ts';
import { UnstuckError } from '../../../shared/errors.ts';
import {
  addTag,
  markAsPaid,
  NORD,
  order,
  planOf,
  removeTag,
  SUD,
  workbench,
  writesOf,
} from './test-support/workbench.ts';

const codeOf = (act: () => unknown): string => {
  try {
    act();
  } catch (thrown) {
    if (thrown instanceof UnstuckError) return thrown.code;
    throw thrown;
  }
  return 'nothing thrown';
};

describe('commit', () => {
  test('the same plan twice is refused, also after a crash', () => {
    const bench = workbench();
    const plan = planOf('remove_ignore_tag', [{ op: removeTag(1) }]);
    bench.outbox.commit(plan);
    expect(() => bench.outbox.commit(plan)).toThrow(/committed already, as run r-/);
    bench.crash();
    expect(codeOf(() => bench.outbox.commit(plan))).toBe('refused');
    expect(bench.outbox.list({})).toHaveLength(1);
  });

  test('an irreversible kind needs the plan’s number of orders, and the refusal says what would happen', () => {
    const bench = workbench();
    const plan = planOf('mark_as_paid', [{ op: markAsPaid(1) }, { op: markAsPaid(2) }]);
    expect(() => bench.outbox.commit(plan)).toThrow(
      /This records payment .* for 2 orders, and nothing undoes that; confirm with 2/,
    );
    expect(() => bench.outbox.commit(plan, 3)).toThrow(/for 2 orders, not for 3/);
    expect(bench.outbox.commit(plan, 2).writes).toBe(2);
  });

  test('an irreversible write needs it under whatever name its plan goes', () => {
    const bench = workbench();
    expect(codeOf(() => bench.outbox.commit(planOf('reprocess', [{ op: markAsPaid(1) }])))).toBe('refused');
  });

  test('a plan that names an order twice, or changes one that it does not serve, is refused whole', () => {
    const bench = workbench();
    const plan = planOf('remove_ignore_tag', [{ op: removeTag(1) }, { op: removeTag(2) }]);
    expect(() => bench.outbox.commit({ ...plan, orders: [...plan.orders, ...plan.orders] })).toThrow(
      'Plan, field “orders”: an order is there twice; plan the fix again.',
    );
    const writes = plan.writes.map((write) => ({ ...write, op: removeTag(1) }));
    expect(() => bench.outbox.commit({ ...plan, writes })).toThrow(
      /^Plan, field “writes”: .* changes an order that it does not serve; plan the fix again\.$/,
    );
    expect(bench.outbox.runs()).toEqual([]);
  });

  test('a wrong number is refused for any kind', () => {
    const bench = workbench();
    expect(codeOf(() => bench.outbox.commit(planOf('remove_ignore_tag', [{ op: removeTag(1) }]), 2))).toBe(
      'refused',
    );
    expect(bench.outbox.runs()).toEqual([]);
  });

  test.each([
    ['no writes', () => planOf('reprocess', []), 'refused'],
    ['a store that is not there', () => planOf('reprocess', [{ op: addTag(1), store: SUD }]), 'not_found'],
    [
      'a dependency on a later write',
      () => planOf('reprocess', [{ op: addTag(1), dependsOn: [1] }, { op: addTag(1) }]),
      'bad_input',
    ],
    [
      'an order that it does not name',
      () => ({ ...planOf('reprocess', [{ op: addTag(1) }]), orders: [] }),
      'bad_input',
    ],
  ])('a plan with %s is refused and nothing is kept', (_what, plan, code) => {
    const bench = workbench();
    expect(codeOf(() => bench.outbox.commit(plan()))).toBe(code);
    expect(bench.outbox.runs()).toEqual([]);
    expect(bench.outbox.history({})).toEqual([]);
  });

  test('on a full disk nothing is half-written, and the sentence says so', () => {
    const bench = workbench();
    const drafts = Array.from({ length: 300 }, () => ({ op: removeTag(1) }));
    const pages = Number(bench.journal.prepare<[], number>('SELECT * FROM pragma_page_count').pluck().get());
    bench.journal.exec(`PRAGMA max_page_count = ${pages + 2}`);
    expect(codeOf(() => bench.outbox.commit(planOf('remove_ignore_tag', drafts)))).toBe('disk');
    bench.journal.exec('PRAGMA max_page_count = 1000000');
    expect(bench.outbox.list({})).toEqual([]);
    expect(bench.outbox.runs()).toEqual([]);
    expect(bench.outbox.overlay.opsFor(NORD, [order(1)]).size).toBe(0);
    expect(bench.outbox.commit(planOf('remove_ignore_tag', drafts)).writes).toBe(300);
  });

  test('the audit trail can neither be changed nor deleted, and runs and writes stay', () => {
    const bench = workbench();
    bench.outbox.commit(planOf('remove_ignore_tag', [{ op: removeTag(1) }]));
    for (const sql of ['UPDATE audit SET who = 1', 'DELETE FROM audit']) {
      expect(() => bench.journal.exec(sql)).toThrow(/append-only/);
    }
    for (const sql of ['DELETE FROM writes', 'DELETE FROM runs']) {
      expect(() => bench.journal.exec(sql)).toThrow(/never deleted/);
    }
  });
});

describe('local effects', () => {
  const snooze: WriteOp = { op: 'order_snooze', order: order(1), until: 5000 };
  const dismiss: WriteOp = { op: 'order_dismiss', order: order(1), reason: 'shipped by hand' };

  test('a snooze and a dismissal take effect with the commit, offline, and outlast a crash', () => {
    const bench = workbench();
    bench.outbox.commit(planOf('snooze', [{ op: snooze }]));
    expect(bench.outbox.overlay.mark(NORD, order(1))).toMatchObject({ kind: 'snoozed', until: 5000 });
    bench.outbox.commit(planOf('dismiss', [{ op: dismiss }]));
    bench.crash();
    expect(bench.outbox.overlay.mark(NORD, order(1))).toMatchObject({ kind: 'dismissed', until: null });
    expect(bench.states()).toEqual(['applied', 'applied']);
  });

  test('a dismissal does not wait for what is on its way to the same order', () => {
    const bench = workbench();
    bench.outbox.commit(planOf('remove_ignore_tag', [{ op: removeTag(1) }]));
    bench.outbox.commit(planOf('dismiss', [{ op: dismiss }]));
    expect(bench.states()).toEqual(['queued', 'applied']);
  });

  test('the old order is dismissed only once the new one exists', async () => {
    const bench = workbench();
    const create: WriteOp = {
      op: 'order_create',
      order: order(1),
      sourceIdentifier: 'p-9',
      shippingTitle: 'Standard',
    };
    bench.outbox.commit(planOf('recreate_order', [{ op: create }, { op: dismiss, dependsOn: [0] }]), 1);
    expect(bench.outbox.overlay.mark(NORD, order(1))).toBeNull();
    await bench.outbox.drain();
    expect(bench.outbox.overlay.mark(NORD, order(1))).toMatchObject({ kind: 'dismissed' });
  });

  const step: WriteOp = { op: 'platform_step', does: { step: 'countries', countries: ['IE'] } };
  const mirror: WriteOp = {
    op: 'store_countries_set',
    set: { mode: 'allow', countries: ['FR', 'IE'] },
    base: { mode: 'allow', countries: ['FR'] },
  };

  test('a step on the platform waits for the agent, then sets its setting and its reprocess free', async () => {
    const bench = workbench();
    const { run } = bench.outbox.commit(
      planOf('allow_country', [
        { op: step, orders: [1] },
        { op: mirror, orders: [1], dependsOn: [0] },
        { op: addTag(1), dependsOn: [0] },
      ]),
    );
    await bench.outbox.drain();
    expect(bench.states()).toEqual(['queued', 'queued', 'queued']);
    const [first, , last] = bench.outbox.list({ run }).toReversed();
    expect(first?.reason).toBe(
      'Do this, then resolve it as mine: On the platform, under Shop integrations > Countries for order sync, let orders to IE sync.',
    );
    expect(last?.reason).toMatch(
      new RegExp(`^Waits for “On the platform, .* let orders to IE sync” \\(write ${first?.id}\\)`),
    );

    bench.outbox.resolve(writesOf(bench, run).slice(0, 1), 'mine');
    expect(bench.settings.countries).toEqual({ mode: 'allow', countries: ['FR', 'IE'] });
    await bench.outbox.drain();
    expect(bench.states()).toEqual(['applied', 'applied', 'applied']);
  });

  test('a step that will not be done ends what waited for it, with the reason', () => {
    const bench = workbench();
    const { run } = bench.outbox.commit(
      planOf('allow_country', [
        { op: step, orders: [1] },
        { op: addTag(1), dependsOn: [0] },
      ]),
    );
    bench.outbox.resolve(writesOf(bench, run).slice(0, 1), 'theirs');
    expect(bench.states()).toEqual(['cancelled', 'cancelled']);
  });

  test('a setting that was changed since is a conflict; mine sets it anyway', () => {
    const bench = workbench();
    bench.settings = { ...bench.settings, countries: { mode: 'allow', countries: ['FR', 'BE'] } };
    const { run } = bench.outbox.commit(planOf('allow_country', [{ op: mirror, orders: [1] }]));
    expect(bench.states()).toEqual(['conflict']);
    expect(bench.settings.countries?.countries).toEqual(['FR', 'BE']);
    bench.outbox.resolve(writesOf(bench, run), 'mine');
    expect(bench.states()).toEqual(['applied']);
    expect(bench.settings.countries?.countries).toEqual(['FR', 'IE']);
  });
});
