import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvRecords } from './csv-records.ts';
import { decodeText } from './decode-text.ts';
import { allOf, inPieces, someCuts } from './test-support/in-pieces.ts';

const records = (...pieces: string[]) => allOf(csvRecords(pieces));

describe('any CSV', () => {
  const name = fc.stringMatching(/^[a-z]{1,8}$/);
  const cell = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.constantFrom('a,b', 'say "hi"', 'two\nlines', 'two\r\nlines', ';', '\t', ''),
  );
  const file = fc.record({
    // Lists of one column have nothing that separates fields, and a blank line is a record of theirs.
    header: fc.array(name, { minLength: 2, maxLength: 5 }),
    rows: fc.array(fc.array(cell, { minLength: 5, maxLength: 5 }), { maxLength: 8 }),
    delimiter: fc.constantFrom(',', ';', '\t', '|'),
    lineEnd: fc.constantFrom('\n', '\r\n'),
    cuts: someCuts,
  });

  test('is read as it was written, whatever separates, quotes and cuts it', async () => {
    await fc.assert(
      fc.asyncProperty(file, async ({ header, rows, delimiter, lineEnd, cuts }) => {
        const lines = [header, ...rows.map((row) => row.slice(0, header.length))];
        const text = lines
          .map((line) => line.map((it) => `"${it.replaceAll('"', '""')}"`).join(delimiter) + lineEnd)
          .join('');
        const bytes = new TextEncoder().encode(text);
        const read = await allOf(csvRecords(decodeText(inPieces(bytes, cuts))));
        expect(read).toEqual(
          lines
            .map((values, at) => ({ kind: 'record', row: at + 1, values }))
            .filter(({ values }) => values.some((value) => value.trim() !== '')),
        );
      }),
    );
  });
});

test('blank lines are passed over and keep their number', async () => {
  expect(await records('a,b\n\n1,2\n,\n3,4')).toEqual([
    { kind: 'record', row: 1, values: ['a', 'b'] },
    { kind: 'record', row: 3, values: ['1', '2'] },
    { kind: 'record', row: 5, values: ['3', '4'] },
  ]);
});

test('a record with a misplaced quotation mark is told, and costs no other', async () => {
  expect(await records('a,b\n1,2\n3,"4"x\n5,6\n')).toEqual([
    { kind: 'record', row: 1, values: ['a', 'b'] },
    { kind: 'record', row: 2, values: ['1', '2'] },
    { kind: 'broken', row: 3, problem: { code: 'stray_quote' }, firstField: '3' },
    { kind: 'record', row: 4, values: ['5', '6'] },
  ]);
});

test('a quotation mark that is never closed costs its line only', async () => {
  expect(await records('a,b\n1,2\n3,"4\n5,6\n')).toEqual([
    { kind: 'record', row: 1, values: ['a', 'b'] },
    { kind: 'record', row: 2, values: ['1', '2'] },
    { kind: 'broken', row: 3, problem: { code: 'open_quote' }, firstField: '3' },
    { kind: 'record', row: 4, values: ['5', '6'] },
  ]);
});

test('a quotation mark inside an unquoted field is a character like any other', async () => {
  expect(await records('a,b\n1,5" pipe\n')).toEqual([
    { kind: 'record', row: 1, values: ['a', 'b'] },
    { kind: 'record', row: 2, values: ['1', '5" pipe'] },
  ]);
});

test('an empty file has no records', async () => {
  expect(await records()).toEqual([]);
  expect(await records('\n')).toEqual([]);
});
