import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chromium, type Page } from 'playwright';
import type { StandInNote } from '../electron/test-channel.ts';
import { ENGINE_SERVICE, type OpenConsole } from './open-console.ts';

export interface StandInConsole extends OpenConsole {
  /** Everything main showed or did outside of the page, in order. */
  readonly notes: readonly StandInNote[];
}

/** The built main and preload, unchanged, on the stand-in for the `electron` module over a real Chromium. */
export async function openStandInConsole(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<StandInConsole> {
  const { child, notes } = startStandIn(args, env);
  const endpoint = await browserOf(child, notes);
  const browser = await chromium.connectOverCDP(endpoint);
  const page = browser.contexts()[0]?.pages()[0];
  if (!page) throw new Error('The stand-in’s browser has no page.');
  await shown(page);
  return {
    page,
    notes,
    openedOutside: () =>
      Promise.resolve(notes.flatMap((note) => (note.type === 'opened-outside' ? [note.url] : []))),
    enginePid: () => Promise.resolve(enginesOf(notes).at(-1) ?? 0),
    close: async () => {
      await browser.close();
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      await exited;
    },
  };
}

/** The processes of the engine's lives so far. */
export function enginesOf(notes: readonly StandInNote[]): readonly number[] {
  return notes.flatMap((note) =>
    note.type === 'process' && note.service === ENGINE_SERVICE ? [note.pid] : [],
  );
}

/** Main alone, also where it never shows a window. */
export function startStandIn(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): { readonly child: ChildProcess; readonly notes: StandInNote[] } {
  const notes: StandInNote[] = [];
  const child = spawn(
    process.execPath,
    ['--import', './e2e/support/electron/register-main.ts', 'dist/electron/main.mjs', ...args],
    { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
  );
  child.on('message', (note: StandInNote) => notes.push(note));
  return { child, notes };
}

function browserOf(child: ChildProcess, notes: readonly StandInNote[]): Promise<string> {
  return new Promise((resolve, reject) => {
    child.on('message', () => {
      const browser = notes.find((note) => note.type === 'browser');
      if (browser) resolve(browser.endpoint);
    });
    child.once('exit', (code) =>
      reject(new Error(`Main ended with exit code ${code} before its window was there.`)),
    );
  });
}

/** The page may still be on its way to its first document. */
async function shown(page: Page): Promise<void> {
  await page.waitForURL((url) => url.protocol === 'https:');
}
