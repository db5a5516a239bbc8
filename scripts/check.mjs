/** `npm run check`: types, lint, format, boundaries and dead code, side by side; prints only what is wrong. */
import { spawn } from 'node:child_process';
import { projectEnv, root } from './setup.mjs';

const CHECKS = [
  ['types', 'tsc', ['--noEmit']],
  ['lint', 'oxlint', ['--type-aware', '--deny-warnings', '--quiet']],
  ['format', 'oxfmt', ['--check', '.']],
  [
    'boundaries',
    'depcruise',
    ['electron', 'renderer', 'shared', 'resources', 'e2e', '--config', '.dependency-cruiser.cjs'],
  ],
  ['dead code', 'knip', ['--no-progress']],
];

const results = await Promise.all(CHECKS.map(check));
for (const { name, ok, output, seconds } of results) {
  console.log(`${ok ? '✓' : '✗'} ${name} (${seconds.toFixed(1)} s)`);
  if (!ok) console.log(output);
}
process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;

function check([name, command, args]) {
  return new Promise((resolve) => {
    const begun = performance.now();
    const child = spawn(command, args, { cwd: root, env: projectEnv(), shell: process.platform === 'win32' });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => (output += error.message));
    child.on('close', (code) =>
      resolve({ name, ok: code === 0, output, seconds: (performance.now() - begun) / 1000 }),
    );
  });
}
