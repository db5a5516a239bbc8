import type { Command } from 'commander';
import type { PlanScope } from '../../../shared/contract/methods.ts';
import type { ErrorType } from '../../../shared/domain/error-type.ts';
import type { FixKind } from '../../../shared/domain/fix.ts';
import { STOP_ABOVE_PERCENT } from '../../../shared/domain/stages.ts';
import {
  badArgument,
  collectSetting,
  parseErrorType,
  parseFixKind,
  parseDate,
  parseOrderIds,
  parseSizes,
  parseWhole,
  readPlan,
} from './arguments.ts';
import { table } from './output.ts';
import { type ScheduleOptions, scheduleOf, warnIfLate } from './schedule.ts';
import { type GlobalOptions, withEngine } from './session.ts';
import { writeWhole } from './write-whole.ts';

interface CommitOptions extends ScheduleOptions {
  readonly confirm?: number;
  readonly stages?: readonly number[];
  readonly stopAbove?: number;
}

interface PlanOptions {
  readonly fix: FixKind;
  readonly errorType?: ErrorType;
  readonly orders?: readonly number[];
  readonly cause?: string;
  readonly set: Record<string, string>;
  readonly out: string;
}

/** `fix plan`, `fix commit` and `undo` of contract.md. */
export function addFixCommands(program: Command, globals: () => GlobalOptions): void {
  const fix = program.command('fix').description('plan a fix for many orders, then commit it');

  fix
    .command('plan')
    .description('work a fix out without sending anything')
    .requiredOption('--fix <kind>', 'which fix', parseFixKind)
    .option('--error-type <type>', 'for every stuck order of a type', parseErrorType)
    .option(
      '--orders <ids>',
      'for some orders: ids as “orders” prints them, comma separated, or @FILE',
      parseOrderIds,
    )
    .option('--cause <key>', 'for every order behind a root cause')
    .option('--set <key=value>', 'a value the fix takes (repeatable)', collectSetting, {})
    .requiredOption('--out <file>', 'where the plan goes')
    .action(async (options: PlanOptions) => {
      await withEngine(globals(), async ({ client, output, signal }) => {
        const plan = await client.call(
          'fix.plan',
          { fix: options.fix, scope: scopeOf(options), params: options.set },
          { signal },
        );
        writeWhole(options.out, `${JSON.stringify(plan, null, 2)}\n`);
        const excluded = plan.excluded.map(({ id, reason }) => ({ order: id, reason }));
        output.data(
          {
            plan: plan.id,
            orders: plan.orders.length,
            writes: plan.writes.length,
            excluded,
            cost: plan.cost,
            estimateMs: plan.estimateMs,
          },
          () =>
            [
              `${plan.fix}: ${plan.orders.length} orders, ${plan.writes.length} writes, ${plan.cost} API points, about ${Math.ceil(plan.estimateMs / 1000)} s. Plan in ${options.out}.`,
              ...(plan.excluded.length === 0
                ? []
                : [
                    `${plan.excluded.length} excluded:`,
                    table(
                      ['order', 'reason'],
                      plan.excluded.map((row) => [row.name, row.reason]),
                    ),
                  ]),
            ].join('\n'),
        );
      });
    });

  fix
    .command('commit')
    .argument('<plan>', 'the file that “fix plan” wrote')
    .description('queue a plan’s writes; works offline')
    .option(
      '--confirm <n>',
      'the plan’s number of orders; a must for what cannot be undone',
      parseWhole('--confirm', 0),
    )
    .option('--at <time>', 'send it at this time and not before', parseDate('--at'))
    .option('--before-cutoff', 'send it ahead of others, to be done before the next cut-off of its stores')
    .option('--stages <sizes>', 'try it on so many orders first, such as 1,10, then on the rest', parseSizes)
    .option(
      '--stop-above <percent>',
      'with --stages: stop when more of a stage’s orders fail (20 unless given)',
      parseWhole('--stop-above', 0, 100),
    )
    .action(async (file: string, options: CommitOptions) => {
      await withEngine(globals(), async ({ client, output }) => {
        const { confirm, stages, stopAbove } = options;
        const plan = readPlan(file);
        if (stopAbove !== undefined && stages === undefined)
          throw badArgument('--stop-above', 'goes with --stages only; give both, or neither.');
        const schedule = scheduleOf('fix commit', options);
        const done = await client.call('fix.commit', {
          plan,
          ...(confirm === undefined ? {} : { confirm }),
          ...(schedule === undefined ? {} : { schedule }),
          ...(stages === undefined
            ? {}
            : { stages: { sizes: [...stages], stopAbove: (stopAbove ?? STOP_ABOVE_PERCENT) / 100 } }),
        });
        if (options.beforeCutoff) await warnIfLate(client, output, plan);
        output.data(done, () => `Run ${done.run}: ${done.writes} writes queued; “outbox drain” sends them.`);
      });
    });

  program
    .command('undo')
    .argument('<run>', 'the run, as “fix commit” printed it')
    .description('commit the inverse of a run against what is there now')
    .option('--dry-run', 'only say what would be undone, and what not and why')
    .action(async (run: string, { dryRun }: { dryRun?: boolean }) => {
      await withEngine(globals(), async ({ client, output, signal }) => {
        if (dryRun) {
          const { orders, skipped, writes, cancelled } = await client.call(
            'run.undoPlan',
            { run },
            { signal },
          );
          const preview = { orders: orders.length, writes, cancelled, skipped: reasons(skipped) };
          output.data(preview, () =>
            [
              `${orders.length} orders would go back (${writes} writes), and ${cancelled} writes would not be sent.`,
              ...skippedTable(skipped),
            ].join('\n'),
          );
          return;
        }
        const { skipped, ...undone } = await client.call('run.undo', { run }, { signal });
        output.data({ ...undone, skipped: reasons(skipped) }, () =>
          [
            undone.run === null
              ? 'Nothing is left to undo.'
              : `Run ${undone.run}: ${undone.writes} writes queued; “outbox drain” sends them.`,
            ...skippedTable(skipped),
          ].join('\n'),
        );
      });
    });
}

type Skipped = readonly { readonly order: string; readonly reason: string }[];

const reasons = (skipped: Skipped): Skipped => skipped.map(({ order, reason }) => ({ order, reason }));

const skippedTable = (skipped: Skipped): string[] =>
  skipped.length === 0
    ? []
    : [
        table(
          ['order', 'why it stays'],
          skipped.map((row) => [row.order, row.reason]),
        ),
      ];

function scopeOf({ errorType, orders, cause }: PlanOptions): PlanScope {
  const given = [errorType, orders, cause].filter((value) => value !== undefined);
  if (given.length !== 1)
    throw badArgument('fix plan', 'give exactly one of --error-type, --orders and --cause.');
  if (errorType !== undefined) return { errorType };
  if (orders !== undefined) return { orders: [...orders] };
  return { cause: cause ?? '' };
}
