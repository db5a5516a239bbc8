// oxlint-disable typescript/no-unsafe-type-assertion -- both ends of each of these messages are in this file and in web-contents.ts
/**
 * What the stand-in puts into each page: functions sent as text, so each must be whole in itself.
 * Two worlds share the page's DOM and nothing else: the page's own, and an isolated one in which preload runs, as under
 * contextIsolation. `contextBridge` is emulated by events on the window, whose details are text.
 */

interface Wire {
  /** The binding over which the isolated world reaches the stand-in's main process. */
  readonly binding: string;
  /** The function by which that process reaches the isolated world. */
  readonly receiver: string;
}

/** Message data as text; id lists are the only thing our messages hold that JSON does not. */
export function toText(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    item instanceof Uint32Array ? { $ids: [...item] } : item,
  );
}

export function fromText(text: string): unknown {
  return JSON.parse(text, (_key, item: unknown) =>
    typeof item === 'object' && item !== null && '$ids' in item && Array.isArray(item.$ids)
      ? Uint32Array.from(item.$ids)
      : item,
  );
}

/** The page's world: puts up what preload exposes. Functions given as arguments are called back by number. */
function pageWorld(): void {
  const callbacks = new Map<number, (...args: unknown[]) => void>();
  const say = (name: string, detail: unknown): void => {
    globalThis.dispatchEvent(new CustomEvent(name, { detail: JSON.stringify(detail) }));
  };
  const hear = (name: string, listener: (detail: never) => void): void =>
    globalThis.addEventListener(name, (event) => {
      if (event instanceof CustomEvent) listener(JSON.parse(String(event.detail)) as never);
    });
  hear('stand-in:expose', ({ name, functions }: { name: string; functions: string[] }) => {
    const bridge = Object.fromEntries(
      functions.map((key) => [
        key,
        (...args: unknown[]) => {
          const sent = args.map((arg) => {
            if (typeof arg !== 'function') return arg;
            const id = callbacks.size + 1;
            callbacks.set(id, arg as (...args: unknown[]) => void);
            return { $callback: id };
          });
          say('stand-in:call', { name, key, args: sent });
        },
      ]),
    );
    Object.defineProperty(globalThis, name, { value: Object.freeze(bridge) });
  });
  hear('stand-in:callback', ({ id, args }: { id: number; args: unknown[] }) => callbacks.get(id)?.(...args));
}

/** The isolated world: `electron` as a sandboxed preload sees it. */
function preloadWorld(
  wire: Wire,
  toText: (value: unknown) => string,
  fromText: (text: string) => unknown,
  preload: (require: (id: string) => unknown, module: { exports: unknown }, exports: unknown) => void,
): void {
  type Listener = (event: { ports: MessagePort[] }, ...args: unknown[]) => void;
  const world = globalThis as unknown as Record<string, (text: string) => void>;
  const listeners = new Map<string, Listener[]>();
  const ports = new Map<number, MessagePort>();
  const send = (message: unknown): void => world[wire.binding]?.(toText(message));

  const openPort = (id: number): MessagePort => {
    const { port1, port2 } = new MessageChannel();
    ports.set(id, port1);
    port1.addEventListener('message', ({ data }: MessageEvent<unknown>) =>
      send({ type: 'port', port: id, data }),
    );
    port1.addEventListener('close', () => {
      if (ports.delete(id)) send({ type: 'port-closed', port: id });
    });
    port1.start();
    return port2;
  };
  world[wire.receiver] = (text) => {
    const message = fromText(text) as
      | { type: 'ipc'; channel: string; args: unknown[]; ports: number[] }
      | { type: 'port'; port: number; data: unknown }
      | { type: 'port-closed'; port: number };
    if (message.type === 'ipc') {
      const event = { ports: message.ports.map(openPort) };
      for (const listener of listeners.get(message.channel) ?? []) listener(event, ...message.args);
    } else if (message.type === 'port') {
      ports.get(message.port)?.postMessage(message.data);
    } else {
      const port = ports.get(message.port);
      ports.delete(message.port);
      port?.close();
    }
  };

  const exposed = new Map<string, Record<string, (...args: unknown[]) => void>>();
  globalThis.addEventListener('stand-in:call', (event) => {
    if (!(event instanceof CustomEvent)) return;
    const { name, key, args } = JSON.parse(String(event.detail)) as {
      name: string;
      key: string;
      args: unknown[];
    };
    const heard = args.map((arg) => {
      if (typeof arg !== 'object' || arg === null || !('$callback' in arg)) return arg;
      const id = arg.$callback;
      return (...given: unknown[]) =>
        globalThis.dispatchEvent(
          new CustomEvent('stand-in:callback', { detail: JSON.stringify({ id, args: given }) }),
        );
    });
    exposed.get(name)?.[key]?.(...heard);
  });
  const electron = {
    contextBridge: {
      exposeInMainWorld(name: string, bridge: Record<string, (...args: unknown[]) => void>): void {
        exposed.set(name, bridge);
        const detail = JSON.stringify({ name, functions: Object.keys(bridge) });
        globalThis.dispatchEvent(new CustomEvent('stand-in:expose', { detail }));
      },
    },
    ipcRenderer: {
      send: (channel: string, ...args: unknown[]) => send({ type: 'ipc', channel, args }),
      on: (channel: string, listener: Listener) => {
        listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
      },
    },
  };
  preload(
    (id) => {
      if (id !== 'electron') throw new Error(`A sandboxed preload cannot require ${id}.`);
      return electron;
    },
    { exports: {} },
    {},
  );
}

/** The scripts for both worlds, in the order in which they must be evaluated. */
export function worldScripts(
  preloadSource: string,
  wire: Wire,
): { readonly page: string; readonly preload: string } {
  return {
    page: `(${pageWorld.toString()})();`,
    preload: `(${preloadWorld.toString()})(${JSON.stringify(wire)}, ${toText.toString()}, ${fromText.toString()}, function (require, module, exports) {\n${preloadSource}\n});`,
  };
}
