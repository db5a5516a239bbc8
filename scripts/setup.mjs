/**
 * Installs what a clone is missing, once: runs on the system's Node (20 or later) before anything else can.
 * The project itself runs on the Node that its lock file pins.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const MARK = join(root, 'node_modules', '.unstuck-setup');
/** The pinned Node. */
export const NODE = join(
  root,
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

/**
 * Runs `npm ci` unless node_modules already matches the lock file. Everything it prints goes to standard error. Of all
 * install scripts only that of the pinned Node runs: npm would compile the database driver, whose binary is in its package.
 */
export function ensureInstalled() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(MARK) && existsSync(NODE) && readFileSync(MARK, 'utf8') === wanted) return;
  console.error('Unstuck: installing what is missing (once, about a minute) …');
  const isInstalled =
    npm('ci', '--include=dev', '--no-audit', '--no-fund', '--ignore-scripts') &&
    npm('rebuild', 'node', '--ignore-scripts=false');
  if (!isInstalled || !existsSync(NODE))
    fail('the packages could not be installed. Check the network and run the command again.');
  writeFileSync(MARK, wanted);
}

/** @returns {boolean} whether npm went through */
function npm(...args) {
  const command = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status } = spawnSync(command, [...args, '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  return status === 0;
}

/** Environment in which the pinned Node and the project's tools come first on the PATH. */
export function projectEnv() {
  return { ...process.env, PATH: join(root, 'node_modules', '.bin') + delimiter + (process.env.PATH ?? '') };
}

/**
 * Runs a script of ours under the pinned Node, with this terminal, in the caller's folder, and hands signals on.
 * @returns {Promise<number>} its exit code
 */
export function runNode(args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(NODE, args, { stdio: 'inherit', env: projectEnv(), ...options });
    const forward = (signal) => child.kill(signal);
    process.on('SIGINT', forward);
    process.on('SIGTERM', forward);
    child.on('error', (error) => fail(error.message));
    child.on('exit', (code, signal) => {
      process.off('SIGINT', forward);
      process.off('SIGTERM', forward);
      resolve(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1));
    });
  });
}

function fail(message) {
  console.error(`Unstuck: ${message}`);
  process.exit(1);
}
