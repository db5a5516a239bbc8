import { EventEmitter } from 'node:events';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { utilityMetrics } from './utility-process.ts';

/** Electron's `app`: ready after one turn, quits through `will-quit`, which a listener may hold up. */
class StandInApp extends EventEmitter {
  readonly isPackaged = false;
  readonly #paths = new Map<string, string>([['documents', homedir()]]);
  #lock: string | null = null;
  /** Closes the browser. */
  onQuit: () => Promise<void> = () => Promise.resolve();

  getLocale(): string {
    return process.env['STAND_IN_LOCALE'] ?? 'en-GB';
  }

  setPath(name: string, path: string): void {
    this.#paths.set(name, path);
  }

  getPath(name: string): string {
    const path = this.#paths.get(name);
    if (path === undefined) throw new Error(`The stand-in has no path “${name}”.`);
    return path;
  }

  /** Every page is sandboxed here anyway: preload has no Node to begin with. */
  enableSandbox(): void {}

  /** By the `userData` folder, as in Electron. */
  requestSingleInstanceLock(): boolean {
    const folder = this.getPath('userData');
    const file = join(folder, 'stand-in.lock');
    mkdirSync(folder, { recursive: true });
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
    } catch {
      if (isAlive(Number(readFileSync(file, 'utf8')))) return false;
      writeFileSync(file, String(process.pid));
    }
    this.#lock = file;
    return true;
  }

  whenReady(): Promise<void> {
    return new Promise((resolve) => setImmediate(resolve));
  }

  getAppMetrics() {
    return utilityMetrics();
  }

  quit(): void {
    let held = false;
    this.emit('will-quit', { preventDefault: () => (held = true) });
    if (held) return;
    if (this.#lock !== null) rmSync(this.#lock, { force: true });
    void this.onQuit().finally(() => process.exit(0));
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

export const app = new StandInApp();
