import { createReadStream } from 'node:fs';
import type { Command } from 'commander';
import { stringify } from 'csv-stringify/sync';
import type { Client } from '../../../shared/contract/client.ts';
import { MAX_FILE_CHUNK, type Output as Answer } from '../../../shared/contract/methods.ts';
import { IMPORT_KINDS, type ImportKind } from '../../../shared/domain/import.ts';
import { legacyId } from '../../../shared/domain/ids.ts';
import { COMMAND_LINE } from '../../../shared/words/command-line.ts';
import { ruleOffInEnglish } from '../../../shared/words/en-rule-off.ts';
import { badArgument, callerPath, parseImportKind } from './arguments.ts';
import { EXIT, type Output, table } from './output.ts';
import { type GlobalOptions, type Session, withEngine } from './session.ts';
import { writeWhole } from './write-whole.ts';

/** How much of a file tells what it is. */
const START_BYTES = 64 * 1024;

interface ImportOptions {
  readonly store: string;
  readonly kind?: ImportKind;
}

/** `import` and `links` of contract.md. */
export function addImportCommands(program: Command, globals: () => GlobalOptions): void {
  program
    .command('import')
    .argument('<file>', 'an orders export, orders as JSON, the platform’s error list, or a link list')
    .description('take a file into a store; what does not parse is listed, the rest is kept')
    .requiredOption('--store <id>', 'the store, as “stores list” shows it')
    .option(
      '--kind <kind>',
      `what it is, if it is not told by how it begins: ${IMPORT_KINDS.join(', ')}`,
      parseImportKind,
    )
    .action(async (file: string, options: ImportOptions) => {
      await withEngine(globals(), (session) => importFile(session, file, options));
    });

  const links = program.command('links').description('product links as lists: suggestions, export, import');
  links
    .command('suggest')
    .description('variants without an active link, with the fulfilment products that match them')
    .requiredOption('--store <id>', 'the store, as “stores list” shows it')
    .action(async ({ store }: { store: string }) => {
      await withEngine(globals(), async ({ client, output }) => {
        const rows = await client.call('links.list', { storeId: store });
        const open = rows.filter(({ active }) => !active);
        output.data(open, () =>
          table(
            ['variant', 'sku', 'title', 'suggestion', 'by'],
            open.map(({ variant, sku, title, suggestions: [best] }) => [
              legacyId(variant),
              sku ?? '',
              title,
              best?.product ?? '–',
              best?.by ?? '',
            ]),
          ),
        );
      });
    });
  links
    .command('export')
    .description('write the links that the store has as a CSV that “links import” takes')
    .requiredOption('--store <id>', 'the store, as “stores list” shows it')
    .requiredOption('--out <file>', 'where the list goes')
    .action(async ({ store, out }: { store: string; out: string }) => {
      await withEngine(globals(), async ({ client, output }) => {
        const rows = await client.call('links.list', { storeId: store });
        const linked = rows.filter(({ product }) => product !== null);
        writeWhole(out, linkList(linked));
        output.data(
          { file: out, links: linked.length, unlinked: rows.length - linked.length },
          () => `${linked.length} links in ${out}; ${rows.length - linked.length} variants have none.`,
        );
      });
    });
  links
    .command('import')
    .argument('<file>', 'a CSV with the columns variant or sku, product, and active')
    .description('the same as “import --kind links-csv”: replaces the store’s link list')
    .requiredOption('--store <id>', 'the store, as “stores list” shows it')
    .action(async (file: string, { store }: { store: string }) => {
      await withEngine(globals(), (session) => importFile(session, file, { store, kind: 'links-csv' }));
    });
}

async function importFile(
  { client, output, signal }: Session,
  file: string,
  { store, kind }: ImportOptions,
): Promise<number> {
  const before = (await client.call('stores.list', {})).find(({ id }) => id === store);
  const begun = await client.call('import.begin', {
    storeId: store,
    kind: kind ?? (await kindOf(client, file)),
  });
  try {
    for await (const bytes of piecesOf(file)) {
      signal.throwIfAborted();
      await client.call('import.chunk', { ...begun, bytes: bytes.toString('base64') }, { signal });
    }
  } catch (thrown) {
    await client.call('import.cancel', begun);
    throw thrown;
  }
  const { read, accepted, rejected } = await client.call('import.end', begun, { signal });
  const problems = rejected.map(({ row, field, message }) => ({ row, field, message }));
  output.data({ read, accepted, rejected: problems }, () => resultText(read, accepted, problems));
  await noteRulesOff(client, output, store, before?.state === 'readonly');
  return rejected.length === 0 ? EXIT.done : EXIT.someFailed;
}

async function kindOf(client: Client, file: string): Promise<ImportKind> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const bytes of piecesOf(file)) {
    parts.push(bytes);
    size += bytes.length;
    if (size > START_BYTES) break;
  }
  const start = Buffer.concat(parts).subarray(0, START_BYTES);
  const { kind } = await client.call('import.preview', {
    start: start.toString('base64'),
    isWhole: size <= START_BYTES,
  });
  if (kind !== null) return kind;
  throw badArgument('File', `${file} begins like nothing that can be imported; name what it is with --kind.`);
}

async function* piecesOf(file: string): AsyncGenerator<Buffer> {
  const pieces: AsyncIterable<Buffer> = createReadStream(callerPath(file), { highWaterMark: MAX_FILE_CHUNK });
  try {
    yield* pieces;
  } catch {
    throw badArgument('File', `${file} cannot be read; check its path.`);
  }
}

function resultText(
  read: number,
  accepted: number,
  rejected: readonly { readonly row: number; readonly field: string; readonly message: string }[],
): string {
  const sum = `${accepted} of ${read} imported.`;
  if (rejected.length === 0) return sum;
  const rows = rejected.map(({ row, field, message }) => [String(row), field, message]);
  return `${sum}\n${table(['row', 'field', 'why it was left out'], rows)}`;
}

/** What a file cannot tell: the rules that stay silent about a read-only store. */
async function noteRulesOff(
  client: Client,
  output: Pick<Output, 'note'>,
  store: string,
  isReadOnly: boolean,
): Promise<void> {
  if (!isReadOnly) return;
  const after = (await client.call('stores.list', {})).find(({ id }) => id === store);
  for (const rule of after?.rulesOff ?? []) output.note(ruleOffInEnglish(rule, COMMAND_LINE));
}

/** As `links import` takes it, with a byte order mark so that spreadsheets read it as UTF-8. */
function linkList(rows: Answer<'links.list'>): string {
  const lines = rows.map(({ variant, sku, title, product, active }) => [
    legacyId(variant),
    sku ?? '',
    title,
    product ?? '',
    String(active),
  ]);
  return stringify([['variant', 'sku', 'title', 'product', 'active'], ...lines], {
    bom: true,
    escape_formulas: true,
  });
}
