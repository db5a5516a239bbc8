import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diagnosisSchema } from '../../../shared/domain/diagnosis.ts';
import { ERROR_TYPES } from '../../../shared/domain/error-type.ts';
import { hasTag } from '../../../shared/domain/order.ts';
import { diagnose } from './diagnose.ts';
import { projectContext, projectOrder } from './project.ts';
import { causesOf } from './root-causes.ts';
import { anyContext, anyOrder, orderPart, unrelatedTag } from './test-support/arbitraries.ts';

describe('for any order of any store', () => {
  test('diagnoses come in order of precedence, each type once, and parse as what crosses the wire', () => {
    fc.assert(
      fc.property(anyOrder, anyContext, (order, ctx) => {
        const found = diagnose(order, ctx);
        const ranks = found.map((d) => ERROR_TYPES.indexOf(d.type));
        expect(ranks).toEqual([...new Set(ranks)].toSorted((a, b) => a - b));
        for (const diagnosis of found) expect(diagnosisSchema.parse(diagnosis)).toEqual(diagnosis);
      }),
    );
  });

  test('the same order gives the same diagnoses', () => {
    fc.assert(
      fc.property(anyOrder, anyContext, (order, ctx) => {
        expect(diagnose(structuredClone(order), ctx)).toEqual(diagnose(order, ctx));
      }),
    );
  });

  test('a tag that no rule looks at changes nothing', () => {
    fc.assert(
      fc.property(anyOrder, anyContext, unrelatedTag, (order, ctx, tag) => {
        expect(diagnose({ ...order, tags: [...order.tags, tag] }, ctx)).toEqual(diagnose(order, ctx));
      }),
    );
  });

  test('the case of its tags changes no type', () => {
    fc.assert(
      fc.property(anyOrder, anyContext, (order, ctx) => {
        const shouted = { ...order, tags: order.tags.map((t) => t.toUpperCase()) };
        expect(diagnose(shouted, ctx).map((d) => d.type)).toEqual(diagnose(order, ctx).map((d) => d.type));
      }),
    );
  });

  test('removing the ignore tag removes exactly that diagnosis', () => {
    fc.assert(
      fc.property(anyOrder, anyContext, (order, ctx) => {
        const after = projectOrder(order, [
          { op: 'order_tags_remove', order: order.gid, tags: ['bigblue-ignore'] },
        ]);
        expect(diagnose(after, ctx)).toEqual(diagnose(order, ctx).filter((d) => d.type !== 'ignored_by_tag'));
        expect(hasTag(after.tags, 'bigblue-ignore')).toBe(false);
      }),
    );
  });

  test('allowing the country removes exactly that diagnosis', () => {
    fc.assert(
      fc.property(anyOrder, anyContext, (order, ctx) => {
        const base = ctx.settings.countries;
        const country = order.shippingAddress?.countryCode;
        fc.pre(base !== null && country != null);
        const set =
          base.mode === 'allow'
            ? { mode: base.mode, countries: [...base.countries, country] }
            : { mode: base.mode, countries: base.countries.filter((c) => c !== country) };
        const after = projectContext(ctx, [{ op: 'store_countries_set', set, base }]);
        expect(diagnose(order, after)).toEqual(
          diagnose(order, ctx).filter((d) => d.type !== 'destination_not_whitelisted'),
        );
      }),
    );
  });

  test('what Shopify withholds never creates a diagnosis', () => {
    fc.assert(
      fc.property(anyOrder, anyContext, fc.uniqueArray(orderPart), (order, ctx, redacted) => {
        const address = order.shippingAddress;
        const shown = {
          ...order,
          redacted,
          shippingAddress: redacted.includes('shippingAddress')
            ? null
            : address && { ...address, zip: redacted.includes('zip') ? null : address.zip },
          paymentTerms: redacted.includes('paymentTerms') ? null : order.paymentTerms,
        };
        const full = new Set(diagnose(order, ctx).map((d) => d.type));
        expect(diagnose(shown, ctx).filter((d) => !full.has(d.type))).toEqual([]);
      }),
    );
  });

  test('every root cause has a key that starts with its error type, once per diagnosis', () => {
    fc.assert(
      fc.property(anyOrder, anyContext, (order, ctx) => {
        for (const diagnosis of diagnose(order, ctx)) {
          const keys = causesOf(diagnosis).map((cause) => cause.key);
          expect(new Set(keys).size).toBe(keys.length);
          for (const key of keys) expect(key.startsWith(`${diagnosis.type}:`)).toBe(true);
        }
      }),
    );
  });
});
