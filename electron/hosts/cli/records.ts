import { type Command, Option } from 'commander';
import { type Language, LANGUAGES } from '../../../shared/domain/language.ts';
import { badArgument, parseDate, parseWhole } from './arguments.ts';
import { EXIT, table, time } from './output.ts';
import { type GlobalOptions, withEngine } from './session.ts';
import { writeWhole } from './write-whole.ts';

const FORMATS = ['csv', 'md', 'json'] as const;
const LATER = ['xlsx', 'pdf', 'html'];

interface ReportOptions {
  readonly from: number;
  readonly to: number;
  readonly store?: string;
  readonly format: string;
  readonly out: string;
  readonly redact?: boolean;
  readonly language: Language;
}

interface HistoryOptions {
  readonly order?: number;
  readonly limit?: number;
  readonly export?: string;
}

/** `report`, `history` and `doctor` of contract.md. */
export function addRecordCommands(program: Command, globals: () => GlobalOptions): void {
  program
    .command('report')
    .description('an incident report of a period')
    .requiredOption('--from <date>', 'first day, or a time', parseDate('--from'))
    .requiredOption('--to <date>', 'last day, or a time', parseDate('--to', true))
    .option('--store <id>', 'one store only')
    .requiredOption('--format <format>', FORMATS.join(', '))
    .requiredOption('--out <file>', 'where the report goes')
    .option('--redact', 'without names, addresses and e-mails')
    .addOption(new Option('--language <language>', 'what it is written in').choices(LANGUAGES).default('en'))
    .action(async (options: ReportOptions) => {
      await withEngine(globals(), async ({ client, output }) => {
        const { from, to, store, out, redact, language } = options;
        const report = await client.call('report.make', {
          from,
          to,
          format: parseFormat(options.format),
          ...(store === undefined ? {} : { storeId: store }),
          ...(redact ? { redact } : {}),
          language,
        });
        writeWhole(out, report.text);
        const bytes = Buffer.byteLength(report.text);
        output.data(
          { file: out, orders: report.orders, bytes },
          () => `${report.orders} orders, ${bytes} bytes in ${out}.`,
        );
      });
    });

  program
    .command('history')
    .description('who did what, when, newest first')
    .option('--order <id>', 'one order, by the id that “orders” prints', parseWhole('--order', 1))
    .option('--limit <n>', 'at most so many', parseWhole('--limit', 1, 10_000))
    .option('--export <file>', 'all of it, oldest first, as a .csv or .json file that proves itself')
    .action(async ({ order, limit, export: file }: HistoryOptions) => {
      await withEngine(globals(), async ({ client, output }) => {
        if (file !== undefined) {
          const { text, lines, head } = await client.call('history.export', { format: formatOf(file) });
          writeWhole(file, text);
          output.data(
            { file, lines, head },
            () => `${lines} lines in ${file}; hash of the last one: ${head}.`,
          );
          return;
        }
        const rows = await client.call('history.list', {
          ...(order === undefined ? {} : { orderId: order }),
          ...(limit === undefined ? {} : { limit }),
        });
        output.data(rows, () =>
          table(
            ['when', 'who', 'what', 'store', 'order', 'run', 'detail'],
            rows.map((row) => [
              time(row.at),
              row.who,
              row.what,
              row.store ?? '',
              row.order ?? '',
              row.run ?? '',
              row.detail ?? '',
            ]),
          ),
        );
      });
    });

  program
    .command('doctor')
    .description('check this workspace: databases, versions, host, keychain, paths')
    .action(async () => {
      await withEngine(globals(), async ({ client, output }) => {
        const { ok, checks } = await client.call('doctor.run', {});
        output.data({ ok, checks }, () =>
          table(
            ['check', '', 'detail'],
            checks.map((row) => [row.check, row.ok ? 'ok' : 'NOT OK', row.detail]),
          ),
        );
        return ok ? EXIT.done : EXIT.failed;
      });
    });
}

function formatOf(file: string): 'csv' | 'json' {
  const [, format] = /\.(csv|json)$/i.exec(file) ?? [];
  if (format === undefined) throw badArgument('--export', `“${file}” must end with .csv or .json.`);
  return format.toLowerCase() === 'csv' ? 'csv' : 'json';
}

function parseFormat(text: string): (typeof FORMATS)[number] {
  const format = FORMATS.find((known) => known === text);
  if (format !== undefined) return format;
  throw badArgument(
    '--format',
    LATER.includes(text)
      ? `${text} is not written yet; use ${FORMATS.join(', ')}.`
      : `“${text}” is not one of ${FORMATS.join(', ')}.`,
  );
}
