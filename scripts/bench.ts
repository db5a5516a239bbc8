/** `npm run bench [-- --json --only NAME --orders N [--orders N …] --stores N --seed N]`: see docs/performance.md. */
import { cpus, loadavg, totalmem } from 'node:os';
import { parseBenchArguments, type BenchOptions, type BenchSize } from './bench/arguments.ts';
import { removeHomes } from './bench/bench-home.ts';
import { createLab } from './bench/lab.ts';
import type { BenchRow } from './bench/row.ts';
import { SUBJECTS } from './bench/subjects.ts';
import { benchTable } from './bench/table.ts';

const note = (text: string): void => console.error(text);

/** One line of the result, as `--json` prints it (contract.md), with the size that it was measured at. */
type SizedRow = BenchRow & Pick<BenchSize, 'orders'>;

async function measure(options: BenchOptions, size: BenchSize): Promise<readonly SizedRow[]> {
  note(describeRun(size, options));
  const lab = createLab({ ...size, seed: options.seed }, note);
  const wanted = SUBJECTS.filter(({ name }) => options.only.length === 0 || options.only.includes(name));
  const rows: SizedRow[] = [];
  for (const { name, run } of wanted) {
    note(name);
    rows.push(...(await run(lab)).map((row) => ({ orders: size.orders, ...row })));
  }
  removeHomes();
  return rows;
}

function describeRun({ orders, stores }: BenchSize, { seed }: BenchOptions): string {
  const [cpu] = cpus();
  const load = loadavg().map((value) => value.toFixed(1));
  return [
    `${orders} orders in ${stores} stores, seed ${seed}`,
    `${cpus().length} × ${cpu?.model ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GB, load ${load.join(' ')}`,
    `Node ${process.versions.node}`,
  ].join(' · ');
}

function optionsOrExit(): BenchOptions {
  try {
    return parseBenchArguments(
      process.argv.slice(2),
      SUBJECTS.map(({ name }) => name),
    );
  } catch (thrown) {
    if (!(thrown instanceof RangeError)) throw thrown;
    note(thrown.message);
    process.exit(2);
  }
}

const options = optionsOrExit();
process.on('exit', removeHomes);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));
const all: SizedRow[] = [];
for (const size of options.sizes) {
  const rows = await measure(options, size);
  if (!options.json) console.log(benchTable(rows));
  all.push(...rows);
}
if (options.json) console.log(JSON.stringify(all, null, 2));
