import type { DesktopBridge, PortDelivery } from '../../shared/contract/desktop.ts';
import type { ClientPort } from '../../shared/contract/port.ts';

/** Dials the engine's process through the desktop shell's preload, one message port after another. */
export function desktopDialler(desktop: DesktopBridge): () => Promise<ClientPort> {
  let endCurrent: () => void = () => undefined;
  desktop.onEngineEnded(() => endCurrent());

  return async () => {
    const port = await nextPort(desktop);
    let ended = false;
    let tell: () => void = () => undefined;
    const end = (): void => {
      if (ended) return;
      ended = true;
      port.close();
      tell();
    };
    endCurrent = end;
    port.addEventListener('close', end);
    return {
      send: (message) => {
        if (!ended) port.postMessage(message);
      },
      onMessage: (listener) => {
        port.addEventListener('message', ({ data }) => listener(data));
        port.start();
      },
      onClose: (listener) => {
        tell = listener;
      },
      close: end,
    };
  };
}

/** The port comes as soon as the engine is up; only this window's own message with this request's nonce brings it. */
function nextPort(desktop: DesktopBridge): Promise<MessagePort> {
  const nonce = crypto.randomUUID();
  return new Promise((resolve) => {
    const take = (event: MessageEvent<unknown>): void => {
      const [port] = event.ports;
      if (event.source !== window || !isDelivery(event.data, nonce) || !port) return;
      window.removeEventListener('message', take);
      resolve(port);
    };
    window.addEventListener('message', take);
    desktop.connect(nonce);
  });
}

function isDelivery(data: unknown, nonce: string): data is PortDelivery {
  return (
    typeof data === 'object' &&
    data !== null &&
    'type' in data &&
    data.type === 'unstuck.port' &&
    'nonce' in data &&
    data.nonce === nonce
  );
}
