import { spawn } from 'node:child_process';
import { root } from './setup.mjs';

/** What electron/main/main.ts prints once its window is there. */
const OPEN = 'Unstuck is open.';

/**
 * Runs the desktop shell until it ends.
 * @returns {Promise<{ code: number, opened: boolean }>} whether its window was ever there, and its exit code
 */
export function runElectron(binary, args) {
  const { ELECTRON_RUN_AS_NODE: _plainNode, ...env } = process.env;
  env.INIT_CWD ??= process.cwd();
  return new Promise((resolve) => {
    const child = spawn(binary, [root, ...args], { env, stdio: ['inherit', 'pipe', 'inherit'] });
    let opened = false;
    child.stdout.on('data', (chunk) => {
      opened ||= chunk.toString().includes(OPEN);
      process.stdout.write(chunk);
    });
    const forward = (signal) => child.kill(signal);
    process.on('SIGINT', forward);
    process.on('SIGTERM', forward);
    const end = (code) => {
      process.off('SIGINT', forward);
      process.off('SIGTERM', forward);
      resolve({ code, opened });
    };
    child.on('error', () => end(1));
    child.on('exit', (code, signal) => end(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)));
  });
}
