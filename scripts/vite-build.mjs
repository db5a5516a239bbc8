import { join } from 'node:path';
import { root, runNode } from './setup.mjs';

/** Runs a build of Vite's; ends this process when it fails. */
export async function viteBuild(what, ...args) {
  console.error(`Unstuck: building ${what} …`);
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const code = await runNode([vite, 'build', '--logLevel', 'warn', ...args], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (code === 0) return;
  console.error(`Unstuck: ${what} could not be built; the lines above say why.`);
  process.exit(1);
}
