import { EventEmitter } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page, type Request, type Route } from 'playwright';
import { chromiumExecutable } from '../chromium-executable.ts';
import { app } from './app.ts';
import { BROWSER_ORIGIN, toAppUrl } from './page-origin.ts';
import { defaultSession } from './session.ts';
import { tellTest } from './test-channel.ts';
import { StandInWebContents } from './web-contents.ts';

interface WindowOptions {
  readonly width: number;
  readonly height: number;
  readonly webPreferences: {
    readonly preload: string;
    readonly sandbox: boolean;
    readonly contextIsolation: boolean;
    readonly nodeIntegration: boolean;
  };
}

/** Electron's `BrowserWindow` as a page of a real, headless Chromium with the app's own profile folder. */
export class BrowserWindow extends EventEmitter {
  readonly webContents = new StandInWebContents();
  readonly #opened: Promise<void>;
  #destroyed = false;

  constructor(options: WindowOptions) {
    super();
    const { sandbox, contextIsolation, nodeIntegration, preload } = options.webPreferences;
    if (!sandbox || !contextIsolation || nodeIntegration)
      throw new Error('The stand-in only has sandboxed, isolated pages without Node.');
    this.#opened = this.#open(options.width, options.height, preload);
  }

  async loadURL(url: string): Promise<void> {
    await this.#opened;
    await this.webContents.load(url);
    this.emit('ready-to-show');
  }

  show(): void {
    this.emit('show');
  }

  focus(): void {}

  isMinimized(): boolean {
    return false;
  }

  restore(): void {}

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  async #open(width: number, height: number, preload: string): Promise<void> {
    const port = await freePort();
    const context = await chromium.launchPersistentContext(join(app.getPath('userData'), 'chromium'), {
      executablePath: await chromiumExecutable(),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--no-first-run',
        // As the web project has them: what the browser does for itself has no part in a test.
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        `--remote-debugging-port=${port}`,
      ],
      viewport: { width, height },
      locale: app.getLocale(),
      timezoneId: 'Europe/Paris',
      colorScheme: 'light',
      acceptDownloads: true,
      handleSIGINT: false,
      handleSIGTERM: false,
    });
    app.onQuit = () => context.close();
    const page = context.pages()[0] ?? (await context.newPage());
    const watch = (own: Page): void =>
      void own.on('close', () => {
        if (!this.webContents.has(own)) return;
        this.#destroyed = true;
        this.emit('closed');
        app.emit('window-all-closed');
      });
    watch(page);
    await this.webContents.attach(page, preload);
    await this.#serve(context);
    context.on('page', (next) => {
      if (this.webContents.has(next)) watch(next);
      else void next.close();
    });
    tellTest({ type: 'browser', endpoint: `http://127.0.0.1:${port}` });
  }

  /** Requests of the app's scheme go to main's own handler; there is no network for any other. */
  async #serve(context: BrowserContext): Promise<void> {
    await context.route('**/*', async (route: Route) => {
      const request = route.request();
      if (!request.url().startsWith(`${BROWSER_ORIGIN}/`)) {
        const leaves = request.isNavigationRequest() && this.#isOwn(request);
        // No content: the page stays where it is, as it does when a navigation is prevented.
        if (leaves && !this.webContents.mayNavigate(request.url())) return route.fulfill({ status: 204 });
        return route.abort();
      }
      const response = await defaultSession.protocol.answer(toAppUrl(request.url()), request.method());
      await route.fulfill({
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: Buffer.from(await response.arrayBuffer()),
      });
    });
  }

  /** Not a pop-up's, which `setWindowOpenHandler` has judged; that one may have no frame yet. */
  #isOwn(request: Request): boolean {
    try {
      return this.webContents.has(request.frame().page());
    } catch {
      return false;
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
