/** Builds the page into dist/renderer unless its sources are older than the last build. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root, runNode } from './setup.mjs';

const SOURCES = ['renderer', 'shared', 'resources', 'vite.config.ts', 'package-lock.json'];

export async function buildRenderer() {
  if (newest(SOURCES) <= mtime(join(root, 'dist/renderer/index.html'))) return;
  console.error('Unstuck: building the page …');
  const code = await runNode([join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (code !== 0) {
    console.error('Unstuck: the page could not be built; the lines above say why.');
    process.exit(1);
  }
}

function newest(paths) {
  return Math.max(...paths.map((path) => newestUnder(join(root, path))));
}

function newestUnder(path) {
  const own = mtime(path);
  let entries;
  try {
    entries = readdirSync(path, { withFileTypes: true });
  } catch {
    return own;
  }
  return Math.max(own, ...entries.map((entry) => newestUnder(join(path, entry.name))));
}

function mtime(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
