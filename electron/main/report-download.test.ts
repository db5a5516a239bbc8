import { expect, test } from 'vitest';
import { reportFileName } from './report-download.ts';

const own = 'blob:app://unstuck/0b6f7a52-8f7e-4f57-9d0c-1f5f3f0f4a11';

test.each(['unstuck-2026-11-01-2026-11-24.csv', 'Rapport décembre.md', 'report.json'])(
  'a report of the page keeps its name: %s',
  (name) => {
    expect(reportFileName(own, name)).toBe(name);
  },
);

test.each([
  ['a path', '../unstuck.csv'],
  ['a hidden file', '.csv.csv'],
  ['a program', 'report.exe'],
  ['a program with two endings', 'report.csv.sh'],
  ['no name', '.csv'],
])('%s is no report’s name', (_case, name) => {
  expect(reportFileName(own, name)).toBeNull();
});

test.each(['https://example.com/report.csv', 'blob:https://example.com/1', 'app://unstuck/report.csv'])(
  'nothing is saved from %s',
  (url) => {
    expect(reportFileName(url, 'report.csv')).toBeNull();
  },
);
