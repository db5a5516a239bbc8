import { EventEmitter } from 'node:events';
import { tellTest } from './test-channel.ts';

type Handler = (request: Request) => Promise<Response>;

const privileged = new Set<string>();

export const protocol = {
  registerSchemesAsPrivileged(schemes: readonly { readonly scheme: string }[]): void {
    for (const { scheme } of schemes) privileged.add(scheme);
  },
};

class StandInSession extends EventEmitter {
  readonly #handlers = new Map<string, Handler>();
  readonly protocol = {
    handle: (scheme: string, handler: Handler): void => void this.#handlers.set(scheme, handler),
    answer: (url: string, method: string): Promise<Response> => {
      const scheme = new URL(url).protocol.slice(0, -1);
      const handler = this.#handlers.get(scheme);
      if (!handler || !privileged.has(scheme))
        throw new Error(`No handler, or no privileges, for ${scheme}:.`);
      return handler(new Request(url, { method }));
    },
  };

  /** Chromium has begun to download; the person accepts what the dialog suggests. */
  download(url: string, name: string, cancel: () => void): void {
    const item = {
      getURL: () => url,
      getFilename: () => name,
      setSaveDialogOptions: (options: { readonly defaultPath: string }) =>
        tellTest({ type: 'save-dialog', path: options.defaultPath }),
    };
    this.emit('will-download', { preventDefault: cancel }, item);
  }

  setPermissionRequestHandler(): void {}

  setPermissionCheckHandler(): void {}
}

export const defaultSession = new StandInSession();
export const session = { defaultSession };
