import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NODE, root } from './setup.mjs';

const PACKAGE = join(root, 'node_modules', 'electron');
const FAILED = join(root, 'node_modules', '.unstuck-electron-failed');

/** Electron's executable where it has been fetched, else null. */
export function electronBinary() {
  const name = readText(join(PACKAGE, 'path.txt'));
  const binary = name === null ? null : join(PACKAGE, 'dist', name);
  return binary !== null && existsSync(binary) ? binary : null;
}

/** Fetches Electron with its package's own script, which checks what it fetched; gives up after `limit` ms. */
export function fetchElectron(limit) {
  spawnSync(NODE, [join(PACKAGE, 'install.js')], {
    stdio: 'ignore',
    timeout: limit,
    killSignal: 'SIGKILL',
  });
  const binary = electronBinary();
  if (binary === null) writeFileSync(FAILED, String(Date.now()));
  else rmSync(FAILED, { force: true });
  return binary;
}

/** When fetching failed last, in UTC ms, else null. */
export function lastFailure() {
  const text = readText(FAILED);
  return text === null ? null : Number(text);
}

function readText(file) {
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : null;
}
