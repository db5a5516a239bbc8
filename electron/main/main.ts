import { join } from 'node:path';
import { app, type BrowserWindow, ipcMain, Menu, safeStorage, session } from 'electron';
import { CHANNELS } from '../../shared/contract/desktop.ts';
import { connectPages } from './connect-pages.ts';
import { superviseEngine } from './engine-supervisor.ts';
import { forkEngine } from './fork-engine.ts';
import { keepMerchants } from './keep-merchants.ts';
import { guardContents } from './guard-contents.ts';
import { createKeychain, keychainName } from './keychain.ts';
import { menuTemplate } from './menu-template.ts';
import { openWindow } from './open-window.ts';
import { recoverPage } from './page-recovery.ts';
import { declarePageScheme, servePage } from './page-scheme.ts';
import { saveReportsOnly } from './report-download.ts';
import { sayFailure } from './say-failure.ts';
import { openSecretsFile } from './secrets-file.ts';
import { shellOptions } from './shell-options.ts';
import { isTrustedSender } from './trusted-sender.ts';
import { errorText, languageOf, WORDS } from './words.ts';

/** How long the engine may take to end what is on its way before it is ended by force; nothing is lost then either. */
const CLOSING_PATIENCE = 15_000;

const built = (...path: string[]): string => join(import.meta.dirname, '..', ...path);
const { home, demo, own } = shellOptions(process.argv.slice(app.isPackaged ? 1 : 2), process.env);

declarePageScheme();
// The browser's own files beside the engine's, so that there is one instance per data directory, not per user.
app.setPath('userData', join(home, 'window'));
app.enableSandbox();
if (app.requestSingleInstanceLock()) void app.whenReady().then(run);
else app.quit();

async function run(): Promise<void> {
  const { defaultSession } = session;
  let language = languageOf(app.getLocale());
  let window: BrowserWindow | null = null;

  guardContents();
  servePage(defaultSession, built('renderer'));
  saveReportsOnly(defaultSession, app.getPath('documents'), () => WORDS[language].saveReport);
  const keychain = await keychainName(process.platform, safeStorage, () =>
    safeStorage.getSelectedStorageBackend(),
  );

  const tellFailure = async (failure: { title: string; text: string }, again: () => void): Promise<void> => {
    if (window === null) return;
    if ((await sayFailure(window, language, failure)) === 'retry') again();
    else app.quit();
  };
  const merchants = keepMerchants(built('electron', 'merchants.mjs'));
  const engine = superviseEngine({
    fork: () => forkEngine(built('electron', 'engine.mjs')),
    open: { type: 'open', home, demo, own, keychain },
    answerSecret: createKeychain(safeStorage, openSecretsFile(join(home, 'secrets.json'))),
    merchants: () => merchants.get(),
    onEnded: () => window?.webContents.send(CHANNELS.engineEnded),
    onFailed: (error) =>
      void tellFailure({ title: WORDS[language].failed.title, text: errorText(error, language) }, () =>
        engine.retry(),
      ),
    now: () => Date.now(),
    later: (ms, then) => void setTimeout(then, ms),
  });
  connectPages((port) => engine.connect(port));

  const showMenu = (): void =>
    Menu.setApplicationMenu(
      Menu.buildFromTemplate(menuTemplate(language, process.platform, !app.isPackaged)),
    );
  showMenu();
  ipcMain.on(CHANNELS.language, ({ senderFrame }, lang: unknown) => {
    if (!isTrustedSender(senderFrame) || typeof lang !== 'string') return;
    language = languageOf(lang);
    showMenu();
  });

  const show = (): void => {
    if (window !== null) {
      if (window.isMinimized()) window.restore();
      window.focus();
      return;
    }
    const opened = openWindow({
      preload: built('preload', 'preload.cjs'),
      icon: built('..', 'resources', 'icons', '512x512.png'),
      developing: !app.isPackaged,
    });
    window = opened;
    recoverPage(opened, (again) => void tellFailure(WORDS[language].pageGone, again));
    opened.once('closed', () => (window = null));
    // start.mjs waits for this line to know that the desktop shell works here.
    opened.once('show', () => process.stdout.write('Unstuck is open.\n'));
  };
  show();
  app.on('second-instance', show);
  app.on('activate', show);
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });

  let ended = false;
  app.on('will-quit', (event) => {
    if (ended) return;
    event.preventDefault();
    void engine.close(CLOSING_PATIENCE).finally(() => {
      merchants.end();
      ended = true;
      app.quit();
    });
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.quit());
}
