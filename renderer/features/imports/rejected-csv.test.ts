import { expect, test } from 'vitest';
import { rejectedCsv } from './rejected-csv.ts';

test('rows that were left out open in a spreadsheet as they are, and run nothing', () => {
  const rows = [
    { row: 3, field: 'Total', reason: '“84,50” is no amount of "money"' },
    { row: 4, field: '=1+1', reason: 'two\nlines' },
  ];
  expect(rejectedCsv(['Row', 'Field', 'Why'], rows)).toBe(
    '\uFEFFRow,Field,Why\r\n3,Total,"“84,50” is no amount of ""money"""\r\n4,\'=1+1,"two\nlines"\r\n',
  );
});
