import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import type { OpenConsole } from './open-console.ts';

/** The web host in a process of its own, its console in `page`. */
export async function openWebConsole(
  page: Page,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<OpenConsole> {
  const child = spawn(process.execPath, ['electron/hosts/web.ts', '--no-open', ...args], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await page.goto(await addressOf(child));
  return {
    page,
    openedOutside: () => Promise.resolve([]),
    enginePid: () => enginePid(args),
    close: async () => {
      // First, or it would complain that nobody answers any more.
      await page.close();
      await stop(child);
    },
  };
}

/** The engine's process: the one that holds the open workspace's folder. */
async function enginePid(args: readonly string[]): Promise<number> {
  const home = args[args.indexOf('--home') + 1] ?? '';
  for (const folder of [join(home, 'demo'), home]) {
    const pid = await readFile(join(folder, 'lock.pid'), 'utf8').catch(() => '');
    if (pid !== '') return Number(pid);
  }
  return 0;
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const address = /http:\/\/127\.0\.0\.1:\d+\/#token=\S+/.exec(printed)?.[0];
      if (address !== undefined) resolve(address);
    });
    child.once('exit', (code) =>
      reject(new Error(`The web host ended with exit code ${code}; it printed: ${printed}`)),
    );
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  await exited;
}
