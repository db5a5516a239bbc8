/** What becomes of orders after their fix, and whether it lasts. */
import { describe, expect, test } from 'vitest';
import { runId } from '../../../shared/domain/ids.ts';
import type { CheckPorts } from './after-check.ts';
import type { Standing } from './check-outcome.ts';
import { addTag, NORD, order, planOf, setZip, workbench } from './test-support/workbench.ts';

const MINUTE = 60_000;

const stuckFor = (errorType: Standing['errorType']): Standing => ({
  state: 'stuck',
  errorType,
  source: 'local',
  overlaid: false,
});
const SYNCED: Standing = { state: 'synced', errorType: null, source: null, overlaid: false };
const WAITING: Standing = { ...SYNCED, state: 'waiting' };

/** A run of two orders that was sent, and what the board says of orders from then on. */
async function fixedOrders() {
  const bench = workbench();
  const plan = planOf('set_postal_code', [
    { op: setZip(1) },
    { op: addTag(1), dependsOn: [0] },
    { op: setZip(2) },
  ]);
  const { run } = bench.outbox.commit({
    ...plan,
    orders: plan.orders.map((each) => ({ ...each, was: 'postal_code_missing' as const })),
  });
  const board = new Map<string, Standing>();
  const ports: CheckPorts = {
    standing: (_store, gid) => board.get(gid) ?? null,
    graceMs: () => 15 * MINUTE,
  };
  await bench.outbox.drain();
  const say = (n: number, standing: Standing): number => {
    board.set(order(n), standing);
    return bench.outbox.afterCheck.lookAt(NORD, [order(n)], ports);
  };
  const outcomes = () => bench.outbox.run(run).orders.map(({ check }) => check?.outcome);
  return { bench, run, ports, say, outcomes };
}

describe('a fixed order', () => {
  test('is watched from the moment its last write took effect, also after a crash', async () => {
    const { bench, run, outcomes } = await fixedOrders();
    expect(outcomes()).toEqual(['waiting', 'waiting']);
    bench.crash();
    expect(outcomes()).toEqual(['waiting', 'waiting']);
    expect(bench.outbox.run(run).run.checks).toMatchObject({ waiting: 2, solved: 0 });
  });

  test('ends solved, or stuck for the same or for something else, per order and summed', async () => {
    const { bench, run, say, outcomes } = await fixedOrders();
    expect(say(1, WAITING)).toBe(0);
    expect(say(1, SYNCED)).toBe(1);
    expect(say(2, stuckFor('postal_code_missing'))).toBe(1);
    expect(outcomes()).toEqual(['solved', 'same_error']);
    expect(bench.outbox.run(run).run.checks).toEqual({
      waiting: 0,
      solved: 1,
      same_error: 1,
      other_error: 0,
      given_up: 0,
      regressed: 0,
    });
    expect(bench.outbox.run(run).orders[1]?.check?.errorType).toBe('postal_code_missing');
  });

  test('that nobody says anything of is given up after a day', async () => {
    const { bench, ports, outcomes } = await fixedOrders();
    for (let hour = 0; hour < 25; hour += 1) {
      bench.clock.advance(60 * MINUTE);
      bench.outbox.afterCheck.lookAtDue(NORD, ports);
    }
    expect(outcomes()).toEqual(['given_up', 'given_up']);
  });

  test('of a run that only undoes another is not watched', async () => {
    const { bench, run } = await fixedOrders();
    bench.outbox.undo(runId(run));
    await bench.outbox.drain();
    const [undo] = bench.outbox.runs();
    expect(undo?.undoOf).toBe(run);
    expect(undo?.checks).toBeUndefined();
  });
});

describe('a solved order that is stuck again', () => {
  test('is a regression of the run that had solved it, until it is over; durably', async () => {
    const { bench, run, say } = await fixedOrders();
    say(1, SYNCED);
    say(1, stuckFor('postal_code_missing'));
    bench.crash();
    expect(bench.outbox.afterCheck.regressions.of(NORD, order(1))).toMatchObject({ run });
    expect(bench.outbox.run(run).run.checks).toMatchObject({ solved: 1, regressed: 1 });
    const told = bench.outbox.history({ order: { store: NORD, gid: order(1) } });
    expect(told[0]).toMatchObject({ what: 'order_regressed', run, order: '#1' });
    say(1, SYNCED);
    expect(bench.outbox.afterCheck.regressions.of(NORD, order(1))).toBeNull();
    expect(bench.outbox.run(run).run.checks).toMatchObject({ regressed: 0 });
  });

  test('is none where it never was solved, or where the run was undone', async () => {
    const { bench, run, say } = await fixedOrders();
    say(2, stuckFor('postal_code_missing'));
    say(2, stuckFor('product_not_linked'));
    expect(bench.outbox.afterCheck.regressions.of(NORD, order(2))).toBeNull();
    say(1, SYNCED);
    bench.outbox.undo(runId(run));
    await bench.outbox.drain();
    say(1, stuckFor('postal_code_missing'));
    expect(bench.outbox.afterCheck.regressions.all()).toEqual([]);
  });
});
