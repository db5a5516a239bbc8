import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { chromiumExecutable } from '../chromium-executable.ts';
import { realElectron } from './electron-console.ts';

/** Playwright's global set-up: says in which hosts the browser tests run. */
export default async function sayHosts(): Promise<void> {
  const version = execFileSync(await chromiumExecutable(), ['--version'], { encoding: 'utf8' });
  const chromium = `Chromium ${/\d+/.exec(version)?.[0] ?? ''}`;
  process.stdout.write(`web: loopback host in ${chromium}\n`);
  process.stdout.write(
    `electron: ${realElectron() === null ? `stand-in over ${chromium}` : `real ${electronVersion()}`}\n`,
  );
}

function electronVersion(): string {
  return readFileSync('node_modules/electron/dist/version', 'utf8').trim();
}
