import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UnstuckError } from '../errors.ts';
import { decodeMessage, encodeMessage } from './codec.ts';

const roundTrip = (value: unknown): unknown => decodeMessage(encodeMessage(value));

describe('codec', () => {
  it('carries any JSON value unchanged, also objects that look like an encoded id list', () => {
    const key = fc.constantFrom('$u32', '$$u32', '$$$u32', 'u32', 'ids');
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        fc.string(),
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(key, tie('value'), { maxKeys: 2, noNullPrototype: true }),
      ),
    }));
    fc.assert(
      fc.property(value, (json) => {
        expect(roundTrip(json)).toEqual(json);
      }),
    );
  });

  it('carries id lists of any length, wherever they are', () => {
    fc.assert(
      fc.property(fc.uint32Array(), (ids) => {
        expect(roundTrip({ output: { ids } })).toEqual({ output: { ids: new Uint32Array(ids) } });
      }),
    );
    const many = Uint32Array.from({ length: 100_000 }, (_, i) => i * 40_000);
    expect(roundTrip(many)).toEqual(many);
  });

  it('carries a view into a larger buffer, not the whole buffer', () => {
    expect(roundTrip(new Uint32Array([1, 2, 3, 4]).subarray(1, 3))).toEqual(new Uint32Array([2, 3]));
  });

  it('refuses text over the limit before parsing it', () => {
    expect(() => decodeMessage('"12345678"', 9)).toThrow(
      'A message of 10 characters is over the limit of 9.',
    );
    expect(decodeMessage('"12345678"', 10)).toBe('12345678');
  });

  it.each(['', '{', 'undefined', '{"$u32":5}', '{"$u32":"AAA="}', '{"$u32":"%%%"}'])('refuses %j', (text) => {
    expect(() => decodeMessage(text)).toThrow(UnstuckError);
  });
});
