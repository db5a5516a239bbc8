import { decodeMessage, encodeMessage } from '../../shared/contract/codec.ts';
import type { ClientPort } from '../../shared/contract/port.ts';
import { RPC_PATH, SESSION_PATH } from '../../shared/contract/web-paths.ts';
import { failed } from '../../shared/failed.ts';

/**
 * A WebSocket to the web host that served this page. A one-time token in the address is first exchanged for the
 * session cookie and taken out of the address, so that neither a reload nor a bookmark holds it.
 * @throws UnstuckError `unauthorized` when this browser holds no session
 */
export async function dialWebHost(): Promise<ClientPort> {
  await exchangeToken();
  // A refused WebSocket tells the page nothing, a plain request does.
  const { status } = await fetch(RPC_PATH, { cache: 'no-store' });
  if (status === 401) {
    throw failed('unauthorized', { code: 'no_session' });
  }
  const socket = new WebSocket(`ws://${location.host}${RPC_PATH}`);
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve(), { once: true });
    socket.addEventListener('close', () => reject(new Error('The engine did not take the connection.')), {
      once: true,
    });
  });
  return {
    send: (message) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(encodeMessage(message));
    },
    onMessage: (listener) =>
      socket.addEventListener('message', ({ data }) => {
        try {
          listener(decodeMessage(String(data)));
        } catch {
          socket.close(); // an answer that cannot be read would leave its caller waiting for ever
        }
      }),
    onClose: (listener) => socket.addEventListener('close', () => listener(), { once: true }),
    close: () => socket.close(),
  };
}

async function exchangeToken(): Promise<void> {
  const token = new URLSearchParams(location.hash.slice(1)).get('token');
  if (token === null) return;
  // Used up already? Then the session that it bought may still be held: the next request tells.
  await fetch(SESSION_PATH, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  });
  history.replaceState(history.state, '', location.pathname + location.search);
}
