/** `npm start`: installs what is missing, builds the page if it changed, and opens the console. */
import { join } from 'node:path';
import { ensureInstalled, root, runNode } from './setup.mjs';

ensureInstalled();
const { buildRenderer } = await import('./build-renderer.mjs');
await buildRenderer();
process.exitCode = await runNode([join(root, 'electron/hosts/web.ts'), '--open', ...process.argv.slice(2)], {
  cwd: process.env.INIT_CWD ?? process.cwd(),
});
