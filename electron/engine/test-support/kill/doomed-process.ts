import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { Agent } from './agent.ts';
import { type Errand, type Report, reportSchema } from './errand.ts';

const NATIVE = ['better-sqlite3', '@napi-rs/keyring'];
const root = fileURLToPath(new URL('../../../..', import.meta.url));

/**
 * Puts the process's code into one file, which loads in a fifth of the time that its modules take.
 * @returns the file
 */
export async function bundleDoomed(): Promise<string> {
  const outDir = join(root, '.cache', 'doomed-engine');
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true, external: NATIVE },
    build: {
      ssr: 'electron/engine/test-support/kill/doomed-engine.ts',
      target: 'node24',
      outDir,
      emptyOutDir: true,
      minify: false,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 10_000,
      rolldownOptions: {
        external: NATIVE,
        output: { format: 'esm', entryFileNames: '[name].mjs', codeSplitting: false },
      },
    },
  });
  return join(outDir, 'doomed-engine.mjs');
}

/** A process that has loaded its code, or is about to, and waits for its errand. */
export interface Doomed {
  readonly process: ChildProcess;
  readonly ready: Promise<void>;
  readonly reports: Report[];
  readonly said: () => string;
}

/** Loads the code while the one before it is still at work. */
export function startDoomed(script: string): Doomed {
  const child = fork(script, { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  const ready = Promise.withResolvers<void>();
  const reports: Report[] = [];
  let said = '';
  child.stderr?.on('data', (text) => {
    said += String(text);
  });
  child.on('message', (message) => {
    const report = reportSchema.parse(message);
    reports.push(report);
    if (report.at === 'warm') ready.resolve();
  });
  child.once('exit', () => ready.resolve());
  return { process: child, ready: ready.promise, reports, said: () => said };
}

/**
 * Sends it on its errand.
 * @param afterMs where the errand names no point: when it is killed, counted from `from`
 * @returns where it died: a named point, `from outside` or, with everything done, `at rest`
 */
export async function letDie(
  doomed: Doomed,
  errand: Errand,
  agent: Agent,
  outside: { readonly from: 'the start' | 'opened'; readonly afterMs: number },
): Promise<string> {
  await doomed.ready;
  const { process: child, reports } = doomed;
  const gone = once(child, 'exit');
  let killing: NodeJS.Timeout | null = null;
  const kill = (): void => {
    if (errand.doom === null) killing ??= setTimeout(() => child.kill('SIGKILL'), outside.afterMs);
  };
  child.send(errand);
  if (outside.from === 'the start') kill();
  else child.on('message', kill);
  const [code, signal] = await gone;
  if (killing) clearTimeout(killing);
  if (signal !== 'SIGKILL')
    throw new Error(`A doomed process ended by itself (${String(code)}): ${doomed.said()}`);
  for (const report of reports) agent.heard(report);
  if (reports.some(({ at }) => at === 'rest')) return 'at rest';
  return errand.doom?.point ?? 'from outside';
}
