import { BrowserWindow, nativeTheme } from 'electron';
import { APP_URL } from '../../shared/contract/desktop.ts';

/** The console's one window. Its page has no Node, no reach into other worlds, and only preload's bridge. */
export function openWindow(options: {
  readonly preload: string;
  readonly icon: string;
  readonly developing: boolean;
}): BrowserWindow {
  const window = new BrowserWindow({
    title: 'Unstuck',
    width: 1440,
    height: 900,
    minWidth: 720,
    minHeight: 450,
    show: false,
    icon: options.icon,
    // tokens.css, --ground: what is seen until the page has drawn itself.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#111113' : '#ffffff',
    webPreferences: {
      preload: options.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      devTools: options.developing,
    },
  });
  window.once('ready-to-show', () => window.show());
  void window.loadURL(APP_URL).catch(() => undefined); // ends as render-process-gone or with the window
  return window;
}
