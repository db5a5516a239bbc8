import type { DesktopBridge } from '../../shared/contract/desktop.ts';
import type { ClientPort } from '../../shared/contract/port.ts';
import { desktopDialler } from './dial-desktop.ts';
import { dialWebHost } from './dial-web-host.ts';

declare global {
  /** There in the desktop shell only (BRIDGE_NAME). */
  var unstuckDesktop: DesktopBridge | undefined;
}

/** Over the way that the host of this page offers: a message port in the desktop shell, a WebSocket in the browser. */
export const dialEngine: () => Promise<ClientPort> = globalThis.unstuckDesktop
  ? desktopDialler(globalThis.unstuckDesktop)
  : dialWebHost;
