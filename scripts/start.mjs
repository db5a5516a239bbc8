/**
 * `npm start`: installs what is missing, builds what changed, and opens the console: in the desktop shell where Electron
 * is there or can be fetched, else in the browser. `--web` chooses the browser, `--electron` waits as long as the fetch
 * takes. Says which it was and why.
 */
import { join } from 'node:path';
import { chooseHost } from './choose-host.mjs';
import { electronBinary, fetchElectron, lastFailure } from './electron-binary.mjs';
import { runElectron } from './run-electron.mjs';
import { ensureInstalled, root, runNode } from './setup.mjs';

/** Long enough for a usual connection, short enough to wait for. */
const FETCH_LIMIT = 60_000;
const FETCH_LIMIT_ASKED_FOR = 15 * 60_000;

ensureInstalled();
const { buildRenderer } = await import('./build-renderer.mjs');
await buildRenderer();

const args = process.argv.slice(2);
const own = args.filter((arg) => arg !== '--web' && arg !== '--electron');
let binary = electronBinary();
const choice = chooseHost({
  args,
  platform: process.platform,
  env: process.env,
  root: process.getuid?.() === 0,
  binary,
  failedAt: lastFailure(),
  now: Date.now(),
});

if (choice.host === 'fetch') {
  const limit = args.includes('--electron') ? FETCH_LIMIT_ASKED_FOR : FETCH_LIMIT;
  console.error(`Unstuck: fetching Electron (once, ${limit / 60_000} min at most) …`);
  binary = fetchElectron(limit);
}
process.exitCode =
  choice.host === 'web'
    ? await inBrowser(choice.why)
    : binary === null
      ? await inBrowser('Electron could not be fetched')
      : await inElectron(binary);

async function inElectron(binary) {
  const { buildElectron } = await import('./build-electron.mjs');
  await buildElectron();
  console.error(
    'Unstuck: opens in its own window, because Electron is there (--web opens it in the browser).',
  );
  const { code, opened } = await runElectron(binary, own);
  return code === 0 || opened
    ? code
    : inBrowser(`Electron did not start here (it ended with exit code ${code})`);
}

function inBrowser(why) {
  console.error(`Unstuck: opens in the browser, because ${why}.`);
  return runNode([join(root, 'electron/hosts/web.ts'), '--open', ...own], {
    cwd: process.env.INIT_CWD ?? process.cwd(),
  });
}
