import Table from 'cli-table3';
import type { BenchRow } from './row.ts';

/** The rows for people. */
export function benchTable(rows: readonly BenchRow[]): string {
  const table = new Table({
    head: ['what', 'value', 'floor', 'ratio', 'goal', ''],
    colAligns: ['left', 'right', 'right', 'right', 'left', 'left'],
    style: { head: [], border: [] },
  });
  for (const { name, value, unit, floor, ratio, goal, ok } of rows)
    table.push([
      name,
      `${value} ${unit}`,
      floor ?? '–',
      ratio === null ? '–' : `${ratio}x`,
      goal,
      ok ? 'ok' : 'MISSED',
    ]);
  return table.toString();
}
