import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type { CDPSession, Page } from 'playwright';
import { app } from './app.ts';
import { ipcMain } from './ipc-main.ts';
import { nextPortId, PortPump, type PortTraffic, type StandInPort } from './message-ports.ts';
import { fromText, toText, worldScripts } from './page-worlds.ts';
import { toAppUrl, toBrowserUrl } from './page-origin.ts';
import { defaultSession } from './session.ts';

const WORLD = 'electron-preload';
const WIRE = { binding: '__standInSend', receiver: '__standInReceive' };

type FromPage = { readonly type: 'ipc'; readonly channel: string; readonly args: unknown[] } | PortTraffic;
type OpenHandler = (details: { readonly url: string }) => { readonly action: 'deny' };

/** Electron's `WebContents` over a page of a real Chromium. */
export class StandInWebContents extends EventEmitter {
  #openHandler: OpenHandler = () => ({ action: 'deny' });
  #page: Page | null = null;
  #preload = '';
  #crashed = false;
  #session: CDPSession | null = null;
  #world: number | null = null;
  readonly #pump = new PortPump((traffic) => this.#toPage(traffic));
  readonly mainFrame = {
    parent: null,
    url: '',
    postMessage: (channel: string, message: unknown, transfer: readonly StandInPort[] = []): void => {
      const ports = transfer.map((port) => ({ id: nextPortId(), port }));
      this.#toPage({ type: 'ipc', channel, args: [message], ports: ports.map(({ id }) => id) });
      for (const { id, port } of ports) this.#pump.add(id, port);
    },
  };

  constructor() {
    super();
    setImmediate(() => app.emit('web-contents-created', {}, this));
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler;
  }

  send(channel: string, ...args: unknown[]): void {
    this.#toPage({ type: 'ipc', channel, args, ports: [] });
  }

  /** Also after a crash, for which Playwright wants another page: it serves no request of one that crashed. */
  reload(): void {
    if (!this.#crashed) return void this.#session?.send('Page.reload').catch(() => undefined);
    const dead = this.#page;
    if (dead === null) return;
    this.#page = null;
    this.#crashed = false;
    void this.#revive(dead).catch((error: unknown) => this.emit('error', error));
  }

  /** Whether `page` is this window's, or is about to be. */
  has(page: Page): boolean {
    return this.#page === null || this.#page === page;
  }

  async #revive(dead: Page): Promise<void> {
    const page = await dead.context().newPage();
    await this.attach(page, this.#preload);
    await page.goto(dead.url());
    await dead.close();
  }

  /** Runs `preload` in an isolated world of every document of `page` from now on, and wires it to `ipcMain`. */
  async attach(page: Page, preload: string): Promise<void> {
    this.#page = page;
    this.#preload = preload;
    const session = await page.context().newCDPSession(page);
    this.#session = session;
    const scripts = worldScripts(readFileSync(preload, 'utf8'), WIRE);
    session.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.name !== WORLD) return;
      this.#pump.closeAll(); // another document: the ports of the one before are gone
      this.#world = context.id;
    });
    session.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name !== WIRE.binding || executionContextId !== this.#world) return;
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- page-worlds.ts sends nothing else
      const message = fromText(payload) as FromPage;
      if (message.type !== 'ipc') return this.#pump.take(message);
      this.mainFrame.url = toAppUrl(page.url());
      ipcMain.emit(message.channel, { sender: this, senderFrame: this.mainFrame }, ...message.args);
    });
    session.on('Page.windowOpen', ({ url }) => void this.#openHandler({ url: toAppUrl(url) }));
    session.on('Page.downloadWillBegin', ({ guid, url, suggestedFilename }) => {
      const cancel = (): void => void session.send('Browser.cancelDownload', { guid }).catch(() => undefined);
      defaultSession.download(toAppUrl(url), suggestedFilename, cancel);
    });
    session.on('Inspector.targetCrashed', () => {
      this.#crashed = true;
      this.#pump.closeAll();
      this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 });
    });
    await session.send('Page.enable');
    await session.send('Inspector.enable');
    await session.send('Runtime.enable');
    await session.send('Runtime.addBinding', { name: WIRE.binding, executionContextName: WORLD });
    await session.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.page });
    await session.send('Page.addScriptToEvaluateOnNewDocument', {
      source: scripts.preload,
      worldName: WORLD,
    });
  }

  async load(url: string): Promise<void> {
    await this.#page?.goto(toBrowserUrl(url));
  }

  /** Whether the page may go to `url` by itself. */
  mayNavigate(url: string): boolean {
    let allowed = true;
    this.emit('will-navigate', { url: toAppUrl(url), preventDefault: () => (allowed = false) });
    return allowed;
  }

  #toPage(message: unknown): void {
    if (this.#world === null) return;
    const expression = `${WIRE.receiver}(${JSON.stringify(toText(message))})`;
    // The document may be gone by now, and its ports with it.
    void this.#session
      ?.send('Runtime.evaluate', { expression, contextId: this.#world })
      .catch(() => undefined);
  }
}
