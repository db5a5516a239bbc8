import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { QueryTest } from './order-query.ts';
import { queryProblemInEnglish } from '../words/en-query-problem.ts';
import { parseOrderQuery } from './parse-order-query.ts';

const HOUR = 3_600_000;
const tests = (text: string): readonly (QueryTest & { negated?: true })[] => {
  const parsed = parseOrderQuery(text);
  if (!parsed.ok) throw new Error(queryProblemInEnglish(parsed.fault.problem));
  return parsed.query.map(({ test: one, negated }) => (negated ? { ...one, negated } : one));
};
const value = (text: string, at: number, length = text.length, beginning = false) => ({
  text,
  beginning,
  at,
  length,
});

describe('a search', () => {
  test('is a list of words and filters', () => {
    expect(tests('store:acme country:IE tag:vip age>2d value>100 is:stuck sku:ABC chloé')).toEqual([
      { kind: 'store', values: [value('acme', 6)] },
      { kind: 'country', values: [value('IE', 19)] },
      { kind: 'tag', values: [value('vip', 26)] },
      { kind: 'age', than: '>', ms: 48 * HOUR },
      { kind: 'value', than: '>', amount: 100 },
      { kind: 'is', states: ['stuck'] },
      { kind: 'sku', values: [value('ABC', 60)] },
      { kind: 'words', text: 'chloé', whole: false },
    ]);
  });
  test('for what is stuck again names no state', () => {
    expect(parseOrderQuery('is:Regressed')).toMatchObject({
      ok: true,
      query: [{ test: { kind: 'is', states: [], regressed: true } }],
    });
  });

  test('takes several values, quoted ones too, and an empty one is none', () => {
    expect(tests('tag:vip,"first, order",,b*,')).toEqual([
      { kind: 'tag', values: [value('vip', 4), value('first, order', 8, 14), value('b', 24, 2, true)] },
    ]);
    expect(tests('is:Stuck,SYNCED')).toEqual([{ kind: 'is', states: ['synced', 'stuck'] }]);
  });
  test('takes a minus for “not”, and one alone or inside a word for what it is', () => {
    expect(tests('-tag:vip -"a b" bigblue-ignore -')).toEqual([
      { kind: 'tag', values: [value('vip', 5)], negated: true },
      { kind: 'words', text: 'a b', whole: true, negated: true },
      { kind: 'words', text: 'bigblue-ignore', whole: false },
      { kind: 'words', text: '-', whole: false },
    ]);
  });
  test('quoted, anything is words; a quote inside is written \\"', () => {
    expect(tests('"store:acme \\"x\\""')).toEqual([{ kind: 'words', text: 'store:acme "x"', whole: true }]);
  });
  test.each(['Globale::Approved', '12:30', 'a<b', 'mm>9', '5"'])('%s is a word', (text) => {
    expect(tests(text)).toEqual([{ kind: 'words', text, whole: false }]);
  });
  test.each([
    ['age>=90m', '>=', 1.5 * HOUR],
    ['age<1,5h', '<', 1.5 * HOUR],
    ['AGE<=2W', '<=', 14 * 24 * HOUR],
  ])('%s is an age', (text, than, ms) => {
    expect(tests(text)).toEqual([{ kind: 'age', than, ms }]);
  });
  test('amounts have a point or a comma', () => {
    expect(tests('value>=99.50 value<100,25')).toEqual([
      { kind: 'value', than: '>=', amount: 99.5 },
      { kind: 'value', than: '<', amount: 100.25 },
    ]);
  });
});

describe('a fault', () => {
  test.each([
    ['a "b', 2, 2, 'unclosed_quote'],
    ['a tag:"b c', 6, 4, 'unclosed_quote'],
    ['contry:IE', 0, 6, 'unknown_filter'],
    ['-foo:bar', 1, 3, 'unknown_filter'],
    ['x store: y', 2, 6, 'no_value'],
    ['store:,', 0, 7, 'no_value'],
    ['age:2d', 0, 6, 'not_compared'],
    ['tag>vip', 0, 7, 'compared'],
    ['age>2', 4, 1, 'bad_value'],
    ['age>two', 4, 3, 'bad_value'],
    ['value>1,2,3', 6, 5, 'bad_value'],
    ['value>-1', 6, 2, 'bad_value'],
    ['country:IE,IRL', 11, 3, 'bad_value'],
    ['is:stuck,lost', 9, 4, 'bad_value'],
    ['type:no_such', 5, 7, 'bad_value'],
    ['tag:*', 4, 1, 'bad_value'],
    ['a'.repeat(501), 500, 1, 'too_long'],
  ])('of “%s” is pointed at', (text, at, length, kind) => {
    const parsed = parseOrderQuery(text);
    expect(parsed).toMatchObject({ ok: false, fault: { at, length, problem: { kind } } });
    if (parsed.ok) return;
    expect(queryProblemInEnglish(parsed.fault.problem)).toMatch(/^\S.+\.$/);
  });
});

test('whatever is typed parses, or has a fault that lies in the text', () => {
  const piece = fc.constantFrom(
    'store:',
    'tag',
    '"',
    '\\',
    ',',
    ' ',
    '-',
    '>',
    '<=',
    ':',
    '*',
    'é',
    '2d',
    'is:stuck',
    '🧦',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 4 })), { maxLength: 20 }), (pieces) => {
      const text = pieces.join('');
      const parsed = parseOrderQuery(text);
      const spans = parsed.ok ? parsed.query : [parsed.fault];
      for (const { at, length } of spans) {
        expect(length).toBeGreaterThan(0);
        expect(at).toBeGreaterThanOrEqual(0);
        expect(at + length).toBeLessThanOrEqual(text.length);
      }
    }),
  );
});
