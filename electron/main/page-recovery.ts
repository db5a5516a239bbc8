import type { BrowserWindow } from 'electron';
import { restartDelay } from '../restart-delay.ts';

/**
 * Shows the page again when its process has gone: the address still says which view it was, and the engine kept
 * everything else. When that happens again and again, `onGaveUp` is called instead, with what tries once more.
 */
export function recoverPage(window: BrowserWindow, onGaveUp: (again: () => void) => void): void {
  let crashes: readonly number[] = [];
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    const now = Date.now();
    crashes = [...crashes, now];
    const reload = (): void => {
      if (!window.isDestroyed()) window.webContents.reload();
    };
    const delay = restartDelay(crashes, now);
    if (delay !== null) return void setTimeout(reload, delay);
    onGaveUp(() => {
      crashes = [];
      reload();
    });
  });
}
