/** `node scripts/with-setup.mjs FILE ARGS…`: installs what is missing, then runs FILE under the pinned Node. */
import { join } from 'node:path';
import { ensureInstalled, root, runNode } from './setup.mjs';

const [file, ...args] = process.argv.slice(2);
ensureInstalled();
process.exitCode = await runNode([join(root, file), ...args], {
  // `npm run` moves to the project's folder; file arguments mean the folder it was called from.
  cwd: process.env.INIT_CWD ?? process.cwd(),
});
