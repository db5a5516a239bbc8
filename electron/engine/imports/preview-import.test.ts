import { expect, test } from 'vitest';
import { previewImport } from './preview-import.ts';
import { exportRow, itemRow, ordersExport } from './test-support/orders-export.ts';

const preview = (text: string, isWhole = true) => previewImport(Buffer.from(text), isWhole);

test.each([
  ['shopify-orders-csv', ordersExport([exportRow(1)])],
  ['shopify-orders-csv', `\uFEFF${ordersExport([exportRow(1)]).replaceAll(',', ';')}`],
  ['orders-json', '{"orders": []}'],
  ['orders-json', '\n[{"id": 1}]'],
  ['platform-errors', '#1001 Order cancelled\n'],
  ['platform-errors', 'order,message\n'],
  ['links-csv', 'variant,product\n'],
  [null, 'Dear team,\nplease find attached …'],
  [null, ''],
])('a file is told to be %s by how it begins', async (kind, text) => {
  expect(await preview(text)).toMatchObject({ kind });
});

test('a table shows which of its columns are read, its first rows, and what it lacks', async () => {
  const { columns, rows, missing } = await preview(ordersExport([exportRow(1), itemRow(1)], ['Total']));
  expect(columns.find(({ name }) => name === 'Tags')).toEqual({ name: 'Tags', isRead: true });
  expect(columns.find(({ name }) => name === 'Vendor')).toEqual({ name: 'Vendor', isRead: false });
  expect(rows.map(([name]) => name)).toEqual(['#1001', '#1001']);
  expect(missing).toEqual(['Total']);
});

test('a row that the start of a longer file cuts off is not shown', async () => {
  const { rows } = await preview('variant,product\n1,DIGG-1\n2,DI', false);
  expect(rows).toEqual([['1', 'DIGG-1']]);
});
