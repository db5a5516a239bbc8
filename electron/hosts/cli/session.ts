import { workspaceNoticeInEnglish } from '../../../shared/words/en-workspace-notice.ts';
import { messageOf } from '../../../shared/errors.ts';
import type { Client } from '../../../shared/contract/client.ts';
import { failed } from '../../../shared/failed.ts';
import { openEngine } from '../../engine/engine.ts';
import { connectInProcess } from '../../engine/rpc/in-process.ts';
import { dataDirectory } from '../../data-directory.ts';
import { badArgument } from './arguments.ts';
import { createNodePorts } from '../node-ports.ts';
import { openSecrets } from '../secrets.ts';
import { createOutput, EXIT, exitCodeOf, type Output } from './output.ts';

export interface GlobalOptions {
  readonly home?: string;
  readonly json?: boolean;
}

export interface Session {
  readonly client: Client;
  readonly output: Output;
  /** Aborts on Ctrl-C. */
  readonly signal: AbortSignal;
}

/**
 * Opens the workspace, runs one command on it and closes it again; whatever the command throws becomes one line on
 * standard error and the exit code of contract.md.
 * @param work returns its exit code, or nothing for 0
 */
export async function withEngine(
  options: GlobalOptions,
  work: (session: Session) => Promise<number | void>,
): Promise<void> {
  const output = createOutput(options.json ?? false, process.stdout, process.stderr);
  await reportingErrors(output, async () => {
    const abort = new AbortController();
    const onInterrupt = (): void => abort.abort();
    process.once('SIGINT', onInterrupt);
    if (options.home?.trim() === '')
      throw badArgument('--home', 'is empty; give the data directory, or leave it out.');
    const home = dataDirectory(options.home, process.env);
    const ports = createNodePorts(home, openSecrets(home, process.env));
    const engine = await openEngine(ports, { host: 'cli' });
    for (const notice of engine.notices) output.note(`unstuck: ${workspaceNoticeInEnglish(notice)}`);
    try {
      const client = connectInProcess(engine, ports.logger);
      const stopNotes = noteProgress(client, output);
      const code = await work({ client, output, signal: abort.signal });
      stopNotes();
      client.close();
      return code;
    } finally {
      process.off('SIGINT', onInterrupt);
      await engine.close();
    }
  });
}

/** Runs `work`; a thrown error is told in one line and decides the exit code. */
export async function reportingErrors(
  output: Pick<Output, 'note'>,
  work: () => Promise<number | void>,
): Promise<void> {
  try {
    process.exitCode = (await work()) ?? EXIT.done;
  } catch (thrown) {
    const message = messageOf(thrown);
    output.note(`unstuck: ${message.replaceAll(/\s*\n\s*/g, ' ')}`);
    process.exitCode = exitCodeOf(thrown);
  }
}

/**
 * A store's id as it was given, for commands that would answer a mistyped one with “nothing”.
 * @throws UnstuckError `not_found`
 */
export async function knownStore(client: Client, id: string | undefined): Promise<{ storeId?: string }> {
  if (id === undefined) return {};
  const stores = await client.call('stores.list', {});
  if (stores.some((store) => store.id === id)) return { storeId: id };
  throw failed('not_found', { code: 'no_store', store: id });
}

/** Progress on standard error, at most one line a second per store. */
function noteProgress(client: Client, output: Output): () => void {
  const last = new Map<string, number>();
  return client.onEvent((event) => {
    if (event.type !== 'progress') return;
    const now = Date.now();
    if (now - (last.get(event.storeId) ?? 0) < 1000) return;
    last.set(event.storeId, now);
    const of = event.total === null ? '' : ` of ${event.total}`;
    const left = event.leftMs === null ? '' : `, about ${Math.ceil(event.leftMs / 1000)} s left`;
    const prepared = event.phase === 'waiting' ? ' prepared by the store' : '';
    output.note(
      `${event.task} ${event.storeId}: ${event.done}${of}${prepared} (${Math.round(event.rate)}/s${left})`,
    );
  });
}
