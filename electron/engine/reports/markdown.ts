import { ERROR_TYPES, type ErrorType } from '../../../shared/domain/error-type.ts';
import { moneyText } from '../../../shared/domain/money.ts';
import { WRITE_STATES } from '../../../shared/domain/write.ts';
import { moneyTotals } from '../board/money-totals.ts';
import { minute } from './minute.ts';
import type { ReportWords } from './report-words.ts';
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
export function reportAsMarkdown(report: Report, words: ReportWords): string {
  const { period, orders, runs, stores } = report;
  const byType = (type: ErrorType): ReportOrder[] =>
    orders.filter(({ order }) => order.errorType === type && order.state === 'stuck');
  const types = ERROR_TYPES.map((type) => ({ type, rows: byType(type) })).filter(
    ({ rows }) => rows.length > 0,
  );
  const stuck = orders.filter(({ order }) => order.state === 'stuck');
  const handled = orders.filter(({ actions }) => actions.length > 0);

  return [
    `# ${words.title(period.from, period.to)}`,
    '',
    words.made(stores.map(({ name }) => cell(name)).join(', '), report.madeAt, cell(report.agent)),
    words.holds,
    '',
    words.totals(stuck.length, total(stuck), handled.length, runs.length),
    '',
    ...part(
      words.stuck,
      types.map(({ type, rows }) => [
        words.errorType(type),
        String(rows.length),
        total(rows),
        minute(Math.min(...rows.map(({ order }) => order.createdAt))),
      ]),
    ),
    ...part(
      words.fixes,
      runs.map((run) => [
        minute(run.createdAt),
        run.undoOf === null ? words.fix(run.fix) : words.undoOf(words.fix(run.fix)),
        run.agent,
        String(run.orders),
        WRITE_STATES.filter((state) => run.counts[state] > 0)
          .map((state) => `${run.counts[state]} ${words.writeState(state)}`)
          .join(', '),
      ]),
    ),
    ...part(
      words.orders,
      orders.map(({ order, actions }) => [
        order.storeName,
        order.name,
        minute(order.createdAt),
        words.orderState(order.state),
        order.diagnoses.map(words.evidence).join(' '),
        moneyText(order.value),
        actions.map(({ fix, state }) => `${words.fix(fix)}: ${words.writeState(state)}`).join(', '),
      ]),
    ),
  ].join('\n');
}

/** A heading with its table, or with what is said where there is nothing. */
function part(words: ReportWords['orders'], rows: readonly (readonly string[])[]): string[] {
  return [`## ${words.title}`, '', ...(rows.length === 0 ? [words.none] : table(words.head, rows)), ''];
}
