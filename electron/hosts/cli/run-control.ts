import type { Command } from 'commander';
import type { RunRow } from '../../../shared/contract/rows.ts';
import { RETRY_TROUBLES, type RetryRule, type RetryTrouble } from '../../../shared/domain/retry-rule.ts';
import { badArgument, parseDate } from './arguments.ts';
import { table, time } from './output.ts';
import { type ScheduleOptions, scheduleOf } from './schedule.ts';
import { type GlobalOptions, withEngine } from './session.ts';

const RUN = 'the run, as “fix commit” and “outbox runs” print it';
const HOUR_MS = 3_600_000;

/** `outbox runs`, `first`, `schedule` and `rules`: what is decided about whole runs. */
export function addRunControlCommands(outbox: Command, globals: () => GlobalOptions): void {
  outbox
    .command('runs')
    .description('committed plans, newest first, and how each is let go')
    .action(async () => {
      await withEngine(globals(), async ({ client, output }) => {
        const runs = await client.call('runs.list', {});
        output.data(runs, () =>
          table(
            ['run', 'fix', 'orders', 'applied', 'let go'],
            runs.map((run) => [
              run.id,
              run.fix,
              String(run.orders),
              `${run.counts.applied} of ${run.writes}`,
              howLetGo(run),
            ]),
          ),
        );
      });
    });

  outbox
    .command('first')
    .argument('<run>', RUN)
    .description('put a run ahead of all others; writes to one order keep their order')
    .option('--back', 'back into its turn')
    .action(async (run: string, { back }: { back?: boolean }) => {
      await withEngine(globals(), async ({ client, output }) => {
        await client.call('run.first', { run, first: !back });
        output.data({ run, first: !back }, () => (back ? 'Back in its turn.' : 'It goes first.'));
      });
    });

  outbox
    .command('schedule')
    .argument('<run>', RUN)
    .description('say when a run is sent')
    .option('--at <time>', 'at this time and not before', parseDate('--at'))
    .option('--before-cutoff', 'ahead of others, to be done before the next cut-off of its stores')
    .option('--now', 'at once, in its turn')
    .action(async (run: string, options: ScheduleOptions & { now?: boolean }) => {
      await withEngine(globals(), async ({ client, output }) => {
        const schedule = scheduleOf('outbox schedule', options) ?? null;
        if ((schedule === null) !== Boolean(options.now))
          throw badArgument('outbox schedule', 'give one of --at, --before-cutoff and --now.');
        await client.call('run.schedule', { run, schedule });
        const { run: row } = await client.call('run.get', { run });
        const { startsAt, dueBy } = row.control;
        output.data({ run, startsAt, dueBy }, () => howLetGo(row));
      });
    });

  outbox
    .command('rules')
    .description('how often and how long each kind of trouble is tried again by itself')
    .option(
      '--set <trouble=rule>',
      `${RETRY_TROUBLES.join(', ')}, such as network=8x2h, 8x, 2h or always`,
      parseRule,
    )
    .action(async ({ set }: { set?: { trouble: RetryTrouble; rule: RetryRule } }) => {
      await withEngine(globals(), async ({ client, output }) => {
        if (set) await client.call('outbox.setRule', set);
        const rules = await client.call('outbox.rules', {});
        output.data(rules, () =>
          table(
            ['trouble', 'tried again'],
            Object.entries(rules).map(([trouble, rule]) => [trouble, ruleText(rule)]),
          ),
        );
      });
    });
}

function howLetGo({ control: { priority, pausedAt, startsAt, dueBy, stages }, bulk = [] }: RunRow): string {
  const open = stages?.each[stages.open];
  return [
    pausedAt === null ? '' : 'paused',
    priority > 0 ? 'first' : '',
    startsAt === null ? '' : `from ${time(startsAt)}`,
    dueBy === null ? '' : `before the cut-off ${time(dueBy)}`,
    stages && open
      ? `${stages.stoppedAt === null ? '' : 'stopped in '}stage ${stages.open + 1} of ${stages.each.length}: ${open.done} done, ${open.failed} failed of ${open.orders}`
      : '',
    ...bulk.map(
      ({ writes, done, lines }) => `${writes} sent as one bulk operation: ${done} of ${lines} done`,
    ),
  ]
    .filter((part) => part !== '')
    .join('; ');
}

function ruleText({ most, withinMs }: RetryRule): string {
  const parts = [
    most === null ? '' : `${most} times`,
    withinMs === null ? '' : `for ${Math.round((withinMs / HOUR_MS) * 10) / 10} h`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'always' : parts.join(', ');
}

/** `network=8x2h`: eight times and for two hours at most; `8x`, `2h` or `always`. */
function parseRule(text: string): { readonly trouble: RetryTrouble; readonly rule: RetryRule } {
  const [name, said = ''] = text.split('=');
  const trouble = RETRY_TROUBLES.find((each) => each === name);
  const [whole, times, hours] = /^(?:(\d{1,4})x)?(?:(\d{1,3})h)?$/.exec(said) ?? [];
  if (trouble === undefined || (said !== 'always' && !whole))
    throw badArgument(
      '--set',
      `“${text}” must be one of ${RETRY_TROUBLES.join(', ')}, then = and 8x2h, 8x, 2h or always.`,
    );
  return {
    trouble,
    rule: {
      most: times === undefined ? null : Number(times),
      withinMs: hours === undefined ? null : Number(hours) * HOUR_MS,
    },
  };
}
