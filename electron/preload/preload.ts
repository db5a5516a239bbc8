import { contextBridge, ipcRenderer } from 'electron';
import {
  BRIDGE_NAME,
  CHANNELS,
  type DesktopBridge,
  type PortDelivery,
} from '../../shared/contract/desktop.ts';

/** Nonces that the page asked with and has had no port for. */
const asked = new Set<string>();

const bridge: DesktopBridge = {
  connect: (nonce) => {
    asked.add(nonce);
    ipcRenderer.send(CHANNELS.connect, nonce);
  },
  onEngineEnded: (listener) => {
    ipcRenderer.on(CHANNELS.engineEnded, () => listener());
  },
};
contextBridge.exposeInMainWorld(BRIDGE_NAME, bridge);

ipcRenderer.on(CHANNELS.port, (event, nonce: unknown) => {
  if (typeof nonce !== 'string' || !asked.delete(nonce)) return;
  const delivery: PortDelivery = { type: 'unstuck.port', nonce };
  // A port cannot cross the bridge; a message of the window to itself carries it into the page's world.
  globalThis.postMessage(delivery, location.origin, [...event.ports]);
});

// The menu follows the page's language. The page says it where every page does, so it needs no function for it.
new MutationObserver(() => ipcRenderer.send(CHANNELS.language, document.documentElement.lang)).observe(
  document,
  {
    attributes: true,
    attributeFilter: ['lang'],
    subtree: true,
  },
);
