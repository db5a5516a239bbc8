import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './setup.mjs';

/** Whether any of `sources` (files and folders of the project) is newer than `output`, or `output` is not there. */
export function isStale(sources, output) {
  return Math.max(...sources.map((path) => newestUnder(join(root, path)))) > mtime(join(root, output));
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
