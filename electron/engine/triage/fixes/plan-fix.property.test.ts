import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ERROR_TYPES, ORDER_STATES } from '../../../../shared/domain/error-type.ts';
import { FIX_KINDS, type FixKind } from '../../../../shared/domain/fix.ts';
import { planSchema, type Plan } from '../../../../shared/domain/plan.ts';
import type { TriageContext } from '../context.ts';
import { diagnose, diagnosisOf } from '../diagnose.ts';
import { projectContext, projectOrder } from '../project.ts';
import { anyContextParts, anyOrder } from '../test-support/arbitraries.ts';
import { aContext, aFulfilmentProduct, orderGid } from '../test-support/samples.ts';
import type { PlanOrder } from './definition.ts';
import { inPlan, NORD, ops, plan, SUD } from './test-support/planning.ts';

/** Any plan that an agent may ask for: fix, parameters, mixed orders of two stores that look alike. */
const PARAMS: Partial<Record<FixKind, Readonly<Record<string, string>>>> = {
  edit_address: { city: 'Cork', zip: 'T12 W8KP' },
  replace_item: { variant: '2' },
  set_postal_code: { zip: 'D02 X285' },
};
const anyScope = fc
  .record({
    fix: fc.constantFrom(...FIX_KINDS),
    ctx: anyContextParts.map((parts) =>
      aContext({
        ...parts,
        fulfilmentProducts: [1, 2, 3].map((n) =>
          aFulfilmentProduct(n, { sku: n === 3 ? 'NEW-3' : `SKU-${n}` }),
        ),
      }),
    ),
    orders: fc.array(
      fc.record({
        one: anyOrder,
        store: fc.constantFrom(NORD, SUD),
        state: fc.constantFrom('stuck', 'stuck', 'stuck', ...ORDER_STATES),
        told: fc.option(fc.constantFrom(...ERROR_TYPES), { freq: 4 }),
      }),
      { maxLength: 6 },
    ),
  })
  .map(({ fix, ctx, orders }) => ({
    fix,
    ctx,
    orders: orders.map(({ one, store, state, told }, at): PlanOrder => {
      const numbered = { ...one, gid: orderGid(at + 1), name: `#${1001 + at}` };
      const found = diagnose(numbered, ctx);
      const unknown = diagnosisOf('unknown', { message: 'Call us' }, 'platform', 'Call us');
      return inPlan(numbered, ctx, {
        store,
        state,
        diagnoses: told === 'unknown' ? [unknown, ...found] : found,
      });
    }),
  }));

const planned = ({
  fix,
  ctx,
  orders,
}: {
  fix: FixKind;
  ctx: TriageContext;
  orders: readonly PlanOrder[];
}): Plan =>
  plan(fix, orders, {
    ctx,
    params: PARAMS[fix] ?? {},
    fulfilmentProducts: [1, 2, 3].map((n) => aFulfilmentProduct(n, { sku: n === 3 ? 'NEW-3' : `SKU-${n}` })),
  });

describe('any plan', () => {
  const runs = { numRuns: 300 };

  test('has every order of its scope exactly once, planned or excluded with a sentence', () => {
    fc.assert(
      fc.property(anyScope, (scope) => {
        const made = planned(scope);
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
        for (const { key, dependsOn } of planned(scope).writes) {
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
        const made = planned(scope);
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
        const seen = planned(scope).writes.map(({ store, op }) => `${store} ${JSON.stringify(op)}`);
        expect(new Set(seen).size).toBe(seen.length);
      }),
      runs,
    );
  });

  test('leaves what the order still shows once all its writes are through', () => {
    fc.assert(
      fc.property(anyScope, (scope) => {
        const made = planned(scope);
        for (const { store, gid, remaining } of made.orders) {
          const it = scope.orders.find((one) => one.order.gid === gid && one.store === store);
          const through = made.writes.filter((write) => write.store === store).map(({ op }) => op);
          // The platform's own word has its own rules; this is about what the order shows.
          if (it === undefined || it.diagnoses.some(({ type }) => type === 'unknown')) continue;
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
        const made = planned(scope);
        expect(planned(scope)).toEqual(made);
        expect(planSchema.parse(JSON.parse(JSON.stringify(made)))).toEqual(made);
      }),
      runs,
    );
  });

  test('never touches what Shopify hides from the app', () => {
    fc.assert(
      fc.property(anyScope, ({ fix, ctx, orders }) => {
        const hidden = orders.map((it) => ({
          ...it,
          order: { ...it.order, shippingAddress: null, redacted: ['shippingAddress' as const] },
        }));
        expect(
          ops(planned({ fix, ctx, orders: hidden })).filter(({ op }) => op === 'order_address_set'),
        ).toEqual([]);
      }),
      runs,
    );
  });
});
