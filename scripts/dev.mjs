/** `npm run dev`: demo merchants, the engine restarting as it is edited, the page rebuilt as it is edited. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectEnv, root } from './setup.mjs';

const { buildRenderer } = await import('./build-renderer.mjs');
await buildRenderer();

const options = { cwd: root, env: projectEnv(), stdio: 'inherit' };
const children = [
  spawn(
    process.execPath,
    [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--watch', '--logLevel', 'warn'],
    options,
  ),
  spawn(
    process.execPath,
    [
      '--watch',
      '--watch-preserve-output',
      join(root, 'electron/hosts/web.ts'),
      '--demo',
      ...process.argv.slice(2),
    ],
    options,
  ),
];
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => children.forEach((child) => child.kill(signal)));
