import type { Command } from 'commander';
import type { OrderRow, StoreSync } from '../../../shared/contract/rows.ts';
import type { ErrorType } from '../../../shared/domain/error-type.ts';
import { parseErrorType, parseWhole } from './arguments.ts';
import { EXIT, money, sums, table, time } from './output.ts';
import { type GlobalOptions, knownStore, withEngine } from './session.ts';

/** `sync`, `board`, `orders` and `causes` of contract.md. */
export function addTriageCommands(program: Command, globals: () => GlobalOptions): void {
  program
    .command('sync')
    .description('pull what changed at the stores and the platform')
    .option('--store <id>', 'one store only')
    .option('--full', 'read everything again')
    .action(async ({ store, full }: { store?: string; full?: boolean }) => {
      await withEngine(globals(), async ({ client, output, signal }) => {
        const { stores } = await client.call(
          'sync.run',
          { ...(await knownStore(client, store)), ...(full ? { full } : {}) },
          { signal },
        );
        output.data({ stores: stores.map(({ code: _code, ...row }) => row) }, () =>
          table(
            ['store', 'mode', 'orders', 'products', 'ms', 'cost', 'error'],
            stores.map((row) => [
              row.id,
              row.mode,
              String(row.orders),
              String(row.products),
              String(Math.round(row.durationMs)),
              String(Math.round(row.cost)),
              row.error ?? '',
            ]),
          ),
        );
        for (const { id, mended } of stores)
          if (mended !== undefined)
            output.note(`unstuck: ${id}: ${mended} orders had drifted from the store's and are mended`);
        for (const { id, unread } of stores)
          if (unread !== undefined)
            output.note(
              `unstuck: ${id}: ${unread} orders could not be read; they are asked for again at each sync`,
            );
        for (const { id, notes = [] } of stores)
          for (const note of notes) output.note(`unstuck: ${id}: ${note}`);
        for (const { id, error } of stores) if (error !== undefined) output.note(`unstuck: ${id}: ${error}`);
        return syncExit(stores);
      });
    });

  program
    .command('board')
    .description('stuck orders by error type')
    .option('--store <id>', 'one store only')
    .action(async ({ store }: { store?: string }) => {
      await withEngine(globals(), async ({ client, output }) => {
        const rows = await client.call('board.summary', await knownStore(client, store));
        output.data(rows, () =>
          table(
            ['error type', 'orders', 'stores', 'value', 'oldest', 'predicted fixed', 'platform / local'],
            rows.map((row) => [
              row.errorType,
              String(row.orders),
              String(row.stores),
              sums(row.value),
              time(row.oldest),
              String(row.predicted.resolved),
              `${row.source.platform} / ${row.source.local}`,
            ]),
          ),
        );
      });
    });

  program
    .command('orders')
    .description('orders with their evidence; without filters every stuck one')
    .option('--error-type <type>', 'one error type', parseErrorType)
    .option('--store <id>', 'one store only')
    .option('--query <search>', 'a search, e.g. "country:IE tag:vip age>2d value>100 is:stuck chloé"')
    .option('--cause <key>', 'behind one root cause, as “causes” prints it')
    .option('--limit <n>', 'at most so many', parseWhole('--limit', 1, 100_000))
    .option('--after <cursor>', 'go on after a page’s “next”')
    .action(async (options: OrdersOptions) => {
      await withEngine(globals(), async ({ client, output }) => {
        const { errorType, store, query, cause, limit, after } = options;
        const page = await client.call('orders.list', {
          filter: {
            ...(await knownStore(client, store)),
            ...(errorType === undefined ? {} : { errorType }),
            ...(query === undefined ? {} : { query }),
            ...(cause === undefined ? {} : { cause }),
          },
          ...(limit === undefined ? {} : { limit }),
          ...(after === undefined ? {} : { after }),
        });
        output.data({ ...page, items: page.items.map(orderItem) }, () =>
          [
            table(
              ['id', 'store', 'order', 'error type', 'state', 'created', 'value'],
              page.items.map((row) => [
                String(row.id),
                row.storeId,
                row.name,
                row.errorType ?? '–',
                row.regressed ? `${row.state} again` : row.state,
                time(row.createdAt),
                money(row.value),
              ]),
            ),
            `${page.items.length} of ${page.total}${page.atLeast ? '+' : ''}${page.next === null ? '' : `; go on with --after ${page.next}`}`,
          ].join('\n'),
        );
      });
    });

  program
    .command('causes')
    .description('root causes, the one that unblocks most orders first')
    .requiredOption('--error-type <type>', 'of one error type', parseErrorType)
    .action(async ({ errorType }: { errorType: ErrorType }) => {
      await withEngine(globals(), async ({ client, output }) => {
        const rows = await client.call('causes.list', { errorType });
        const data = rows.map(({ key, label, orders, value, stores, fix }) => ({
          key,
          label,
          orders,
          value,
          stores,
          fix,
        }));
        output.data(data, () =>
          table(
            ['key', 'cause', 'orders', 'value', 'stores', 'fix'],
            data.map((row) => [
              row.key,
              row.label,
              String(row.orders),
              sums(row.value),
              String(row.stores),
              row.fix,
            ]),
          ),
        );
      });
    });
}

interface OrdersOptions {
  readonly errorType?: ErrorType;
  readonly store?: string;
  readonly query?: string;
  readonly cause?: string;
  readonly limit?: number;
  readonly after?: string;
}

/** The letter of contract.md; what else a row carries is for the console. */
function orderItem(row: OrderRow) {
  const { id, storeId, name, errorType, diagnoses, state, createdAt, value, regressed } = row;
  return {
    id,
    storeId,
    name,
    errorType,
    diagnoses: diagnoses.map(({ type, evidence }) => ({ type, evidence })),
    state,
    createdAt,
    value,
    ...(regressed ? { regressed } : {}),
  };
}

/** Every store failed for lack of a connection or a token: 4; some failed: 3. */
function syncExit(stores: readonly StoreSync[]): number {
  const failed = stores.filter(({ error }) => error !== undefined);
  if (failed.length === 0) return EXIT.done;
  const away = failed.every(({ code }) => code === 'offline' || code === 'unauthorized');
  return failed.length === stores.length && away ? EXIT.offline : EXIT.someFailed;
}
