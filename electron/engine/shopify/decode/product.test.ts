import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkMetafield } from './product.ts';

describe('a product link kept in a metafield', () => {
  it('is read with the digest that guards a later write', () => {
    const raw = { value: '{"product":"DIGG-000123-0001","active":true}', compareDigest: 'd1' };
    expect(linkMetafield(raw)).toEqual({ product: 'DIGG-000123-0001', active: true, digest: 'd1' });
  });

  it('is none where there is no metafield', () => {
    expect(linkMetafield(null)).toBeNull();
  });

  it.each([
    '',
    '{',
    'null',
    '[]',
    '"DIGG-1"',
    '{"product":""}',
    '{"product":"DIGG-1","active":"yes"}',
    '{"active":true}',
  ])('is none where the metafield holds %s', (value) => {
    expect(linkMetafield({ value, compareDigest: 'd1' })).toBeNull();
  });

  it('never fails, whatever somebody wrote there', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (value) => {
        expect(() => linkMetafield({ value, compareDigest: 'd' })).not.toThrow();
      }),
    );
  });
});
