/**
 * Stands in for the `electron` module where no Electron can be had, so that main and preload run unchanged: their pages
 * are a real Chromium's, the utility process is a child process, and what they would show to a person is told to the
 * test. It has only what main uses.
 */
import { tellTest } from './test-channel.ts';

export { app } from './app.ts';
export { BrowserWindow } from './browser-window.ts';
export { ipcMain } from './ipc-main.ts';
export { StandInChannel as MessageChannelMain } from './message-ports.ts';
export { safeStorage } from './safe-storage.ts';
export { protocol, session } from './session.ts';
export { utilityProcess } from './utility-process.ts';

export const nativeTheme = { shouldUseDarkColors: false };

export const shell = {
  openExternal: async (url: string): Promise<void> => tellTest({ type: 'opened-outside', url }),
};

interface MenuItem {
  readonly label?: string;
  readonly submenu?: readonly MenuItem[];
}

export const Menu = {
  buildFromTemplate: (template: readonly MenuItem[]): readonly MenuItem[] => template,
  setApplicationMenu: (menu: readonly MenuItem[]): void =>
    tellTest({ type: 'menu', labels: menu.map(({ label }) => label ?? '') }),
};

export const dialog = {
  /** The person presses the button that Escape would. */
  showMessageBox: async (
    _window: unknown,
    options: { readonly message: string; readonly detail: string; readonly cancelId: number },
  ) => {
    tellTest({ type: 'dialog', message: options.message, detail: options.detail });
    return { response: options.cancelId };
  },
};
