import type { Command } from 'commander';
import type { WriteCounts, WriteRow } from '../../../shared/contract/rows.ts';
import { decisionExit, parseWrites, WRITE } from './decided-writes.ts';
import { badArgument, parseWhole } from './arguments.ts';
import { EXIT, table } from './output.ts';
import { addRunControlCommands } from './run-control.ts';
import { addResolveCommand } from './resolve.ts';
import { type GlobalOptions, knownStore, withEngine } from './session.ts';

/** `outbox` and its verbs, of contract.md. */
export function addOutboxCommands(program: Command, globals: () => GlobalOptions): void {
  const outbox = program
    .command('outbox')
    .description('queued writes and what became of them')
    .action(async () => {
      await withEngine(globals(), async ({ client, output }) => {
        const { counts, items, paused } = await client.call('outbox.list', { limit: 10_000 });
        output.data({ counts, items }, () => [countsLine(counts), writesTable(items)].join('\n'));
        if (paused.all) output.note('Sending is paused; “outbox resume” goes on.');
        else if (paused.stores.length > 0) output.note(`Sending is paused for ${paused.stores.join(', ')}.`);
      });
    });

  addRunControlCommands(outbox, globals);

  outbox
    .command('drain')
    .description('send until nothing more can move')
    .option('--timeout <seconds>', 'give up waiting after so long', parseWhole('--timeout', 1, 86_400))
    .action(async ({ timeout }: { timeout?: number }) => {
      await withEngine(globals(), async ({ client, output, signal }) => {
        const began = performance.now();
        const { counts: before } = await client.call('outbox.list', { limit: 1 });
        const drained = await client.call(
          'outbox.drain',
          timeout === undefined ? {} : { timeoutMs: timeout * 1000 },
          { signal },
        );
        const { items } = await client.call('outbox.list', {
          states: ['queued', 'sending', 'retry_wait', 'unknown', 'conflict', 'rejected', 'blocked_auth'],
          limit: 10_000,
        });
        output.data({ counts: drained.counts, items }, () =>
          [countsLine(drained.counts), writesTable(items)].join('\n'),
        );
        if (drained.offline.length > 0)
          output.note(`unstuck: cannot be reached: ${drained.offline.join(', ')}; their writes stay queued.`);
        if (drained.unauthorized.length > 0)
          output.note(
            `unstuck: not authorised: ${drained.unauthorized.join(', ')}; reconnect them, their writes stay queued.`,
          );
        // Whatever is still on its way when the time is up did not come to its end.
        const late = timeout !== undefined && performance.now() - began >= timeout * 1000;
        const open = late ? openWrites(drained.counts) : 0;
        if (open > 0)
          output.note(
            `unstuck: time is up with ${open} writes on their way; drain again, or give it longer.`,
          );
        const code = drainExit(drained, before);
        return code === EXIT.done && open > 0 ? EXIT.someFailed : code;
      });
    });

  for (const verb of ['pause', 'resume'] as const) {
    outbox
      .command(verb)
      .description(
        verb === 'pause' ? 'stop sending' : 'send again; a run that stopped goes on in spite of its failures',
      )
      .option('--store <id>', 'one store only')
      .option('--run <run>', 'one run only')
      .action(async ({ store, run }: { store?: string; run?: string }) => {
        await withEngine(globals(), async ({ client, output }) => {
          if (store !== undefined && run !== undefined)
            throw badArgument(`outbox ${verb}`, 'give one of --store and --run, not both.');
          await client.call(`outbox.${verb}`, run === undefined ? await knownStore(client, store) : { run });
          output.data(
            { [verb === 'pause' ? 'paused' : 'resumed']: run ?? store ?? 'all' },
            () => `Sending ${verb}d.`,
          );
        });
      });
  }

  for (const verb of ['retry', 'cancel'] as const) {
    outbox
      .command(verb)
      .argument('[write...]', WRITE)
      .option('--run <run>', 'all of a run')
      .option(
        '--alike <write>',
        'all of its run that are where this write is, for the same reason',
        parseWhole('--alike', 1),
      )
      .description(verb === 'retry' ? 'send again now' : 'take back what is not sent yet')
      .action(async (writes: string[], { run, alike }: { run?: string; alike?: number }) => {
        await withEngine(globals(), async ({ client, output }) => {
          const given = [writes.length > 0, run !== undefined, alike !== undefined].filter(Boolean).length;
          if (given !== 1) throw badArgument(`outbox ${verb}`, 'give one of WRITE, --run and --alike.');
          const done = await client.call(`outbox.${verb}`, {
            ...(writes.length > 0 ? { writes: parseWrites(writes) } : {}),
            ...(run === undefined ? {} : { run }),
            ...(alike === undefined ? {} : { alike }),
          });
          output.data(done, () => `${done.changed} changed.`);
          return writes.length > 0 ? decisionExit(output, writes, done.changed) : EXIT.done;
        });
      });
  }

  addResolveCommand(outbox, globals);
}

const countsLine = (counts: WriteCounts): string =>
  Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([state, count]) => `${count} ${state}`)
    .join(', ') || 'The outbox is empty.';

const writesTable = (items: readonly WriteRow[]): string =>
  items.length === 0
    ? ''
    : table(
        ['write', 'store', 'what', 'orders', 'state', 'reason'],
        items.map((row) => [
          String(row.id),
          row.storeId,
          row.what,
          row.orders.slice(0, 3).join(' '),
          row.state,
          row.reason ?? '',
        ]),
      );

const openWrites = (counts: WriteCounts): number =>
  (counts.queued ?? 0) + (counts.sending ?? 0) + (counts.retry_wait ?? 0);

/** @param before the counts when it began: what was rejected by then is told, and is no failure of this drain */
function drainExit(
  drained: { counts: WriteCounts; offline: string[]; unauthorized: string[] },
  before: WriteCounts,
): number {
  const { counts, offline, unauthorized } = drained;
  if (offline.length > 0 || unauthorized.length > 0) return EXIT.offline;
  const rejected = (counts.rejected ?? 0) - (before.rejected ?? 0);
  const undecided = (counts.conflict ?? 0) + (counts.unknown ?? 0);
  return rejected + undecided > 0 ? EXIT.someFailed : EXIT.done;
}
