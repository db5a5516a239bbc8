import { ERROR_TYPES, type ErrorType } from '../../../shared/domain/error-type.ts';
import { moneyText } from '../../../shared/domain/money.ts';
import { moneyTotals } from '../board/money-totals.ts';
import { evidenceSentence } from './evidence-sentence.ts';
import { minute } from './minute.ts';
import type { Report, ReportOrder } from './report.ts';

/** Cells hold strangers' words: what would break the table or become markup is escaped. */
const cell = (text: string): string => text.replaceAll(/[\\|`*_<>[\]]/g, '\\$&').replaceAll(/\s+/g, ' ');
const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string[] => [
  row(head),
  `|${' --- |'.repeat(head.length)}`,
  ...rows.map(row),
];

function total(orders: readonly ReportOrder[]): string {
  return (
    moneyTotals(orders.map(({ order }) => order.value))
      .map(moneyText)
      .join(' + ') || '0'
  );
}

/** For people: what is stuck, what was done about it and what came of it, then order by order. */
export function reportAsMarkdown(report: Report): string {
  const { period, orders, runs, stores } = report;
  const byType = (type: ErrorType): ReportOrder[] =>
    orders.filter(({ order }) => order.errorType === type && order.state === 'stuck');
  const types = ERROR_TYPES.map((type) => ({ type, rows: byType(type) })).filter(
    ({ rows }) => rows.length > 0,
  );
  const stuck = orders.filter(({ order }) => order.state === 'stuck');
  const handled = orders.filter(({ actions }) => actions.length > 0);

  return [
    `# Incident report ${minute(period.from)} to ${minute(period.to)} UTC`,
    '',
    `${stores.map(({ name }) => cell(name)).join(', ')}. Made ${minute(report.madeAt)} UTC by ${cell(report.agent)}.`,
    'Orders created in this period that are stuck, snoozed or dismissed now, and every order that a fix of this period touched.',
    '',
    `**${stuck.length} orders stuck** (${total(stuck)}), **${handled.length} handled** in ${runs.length} runs.`,
    '',
    '## Stuck now, by error type',
    '',
    ...(types.length === 0
      ? ['Nothing stuck.']
      : table(
          ['Error type', 'Orders', 'Value', 'Oldest'],
          types.map(({ type, rows }) => [
            type,
            String(rows.length),
            total(rows),
            minute(Math.min(...rows.map(({ order }) => order.createdAt))),
          ]),
        )),
    '',
    '## Fixes',
    '',
    ...(runs.length === 0
      ? ['No fix was committed.']
      : table(
          ['When', 'Fix', 'By', 'Orders', 'Results'],
          runs.map((run) => [
            minute(run.createdAt),
            run.undoOf === null ? run.fix : `undo of ${run.fix}`,
            run.agent,
            String(run.orders),
            Object.entries(run.counts)
              .filter(([, count]) => count > 0)
              .map(([state, count]) => `${count} ${state}`)
              .join(', '),
          ]),
        )),
    '',
    '## Orders',
    '',
    ...(orders.length === 0
      ? ['None.']
      : table(
          ['Store', 'Order', 'Created', 'State', 'Why', 'Value', 'Done'],
          orders.map(({ order, actions }) => [
            order.storeName,
            order.name,
            minute(order.createdAt),
            order.state,
            order.diagnoses.map(evidenceSentence).join(' '),
            moneyText(order.value),
            actions.map(({ fix, state }) => `${fix}: ${state}`).join(', '),
          ]),
        )),
    '',
  ].join('\n');
}
