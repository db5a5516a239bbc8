import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FIX_KINDS } from '../../../../shared/domain/fix.ts';
import { planSchema } from '../../../../shared/domain/plan.ts';
import { diagnose } from '../diagnose.ts';
import { projectContext, projectOrder } from '../project.ts';
import { anyScope, planOf } from './test-support/any-scope.ts';
import { ops } from './test-support/planning.ts';

describe('any plan', () => {
  test('is drawn often enough for every kind of fix to find orders that it is for', () => {
    const drawn = fc.sample(anyScope, { numRuns: 2000, seed: 1 }).map(planOf);
    const planned = new Set(drawn.flatMap(({ fix, orders }) => (orders.length > 0 ? [fix] : [])));
    expect(planned).toEqual(new Set(FIX_KINDS));
  });

  const runs = { numRuns: 300 };

  test('has every order of its scope exactly once, planned or excluded with a sentence', () => {
    fc.assert(
      fc.property(anyScope, (scope) => {
        const made = planOf(scope);
        const told = [...made.orders, ...made.excluded].map(({ id }) => id);
        expect(told.toSorted((a, b) => a - b)).toEqual(
          scope.orders.map(({ id }) => id).toSorted((a, b) => a - b),
        );
        for (const { reason } of made.excluded) expect(reason).toMatch(/^[\p{Lu}“][^.].*: .+[.]$/u);
      }),
      runs,
    );
  });

  test('waits only for earlier writes of its own, so never in a circle', () => {
    fc.assert(
      fc.property(anyScope, (scope) => {
        const earlier = new Set<string>();
        for (const { key, dependsOn } of planOf(scope).writes) {
          for (const other of dependsOn) expect(earlier).toContain(other);
          expect(earlier).not.toContain(key);
          earlier.add(key);
        }
      }),
      runs,
    );
  });

  test('writes something for each planned order and nothing for an excluded one', () => {
    fc.assert(
      fc.property(anyScope, (scope) => {
        const made = planOf(scope);
        const served = new Set(
          made.writes.flatMap(({ store, orders }) => orders.map((gid) => `${store} ${gid}`)),
        );
        expect(served).toEqual(new Set(made.orders.map(({ store, gid }) => `${store} ${gid}`)));
        for (const { changes } of made.orders) expect(changes).not.toEqual([]);
      }),
      runs,
    );
  });

  test('plans no write twice', () => {
    fc.assert(
      fc.property(anyScope, (scope) => {
        const seen = planOf(scope).writes.map(({ store, op }) => `${store} ${JSON.stringify(op)}`);
        expect(new Set(seen).size).toBe(seen.length);
      }),
      runs,
    );
  });

  test('leaves what the order still shows once all its writes are through', () => {
    fc.assert(
      fc.property(anyScope, (scope) => {
        const made = planOf(scope);
        for (const { store, gid, remaining } of made.orders) {
          const it = scope.orders.find((one) => one.order.gid === gid && one.store === store);
          const through = made.writes.filter((write) => write.store === store).map(({ op }) => op);
          // What only the platform says, or nobody, is not for the order to show.
          if (
            it === undefined ||
            it.diagnoses.some(({ type, source }) => source === 'platform' || type === 'unknown')
          )
            continue;
          const shown = diagnose(projectOrder(it.order, through), projectContext(scope.ctx, through));
          expect(remaining).toBe(shown[0]?.type ?? null);
        }
      }),
      runs,
    );
  });

  test('is the same when planned twice, and survives the plan file', () => {
    fc.assert(
      fc.property(anyScope, (scope) => {
        const made = planOf(scope);
        expect(planOf(scope)).toEqual(made);
        expect(planSchema.parse(JSON.parse(JSON.stringify(made)))).toEqual(made);
      }),
      runs,
    );
  });

  test('never touches what Shopify hides from the app', () => {
    fc.assert(
      fc.property(anyScope, (scope) => {
        const hidden = scope.orders.map((it) => ({
          ...it,
          order: { ...it.order, shippingAddress: null, redacted: ['shippingAddress' as const] },
        }));
        expect(
          ops(planOf({ ...scope, orders: hidden })).filter(({ op }) => op === 'order_address_set'),
        ).toEqual([]);
      }),
      runs,
    );
  });
});
