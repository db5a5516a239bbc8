import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { WebSocket, type RawData } from 'ws';
import { decodeMessage } from '../../../../shared/contract/codec.ts';
import type { WebHost } from '../../web-server.ts';

interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

type Upgrade =
  | { readonly socket: WebSocket; readonly status: null }
  | { readonly socket: null; readonly status: number };

export const cookieFrom = ({ headers }: Reply): string => headers['set-cookie']?.[0]?.split(';')[0] ?? '';
export const tokenOf = (url: string): string => new URL(url).hash.replace('#token=', '');
const textOf = (data: RawData): string => (data instanceof Buffer ? data.toString() : '');

/** The next message that arrives. */
export const next = (socket: WebSocket): Promise<unknown> =>
  new Promise((resolve) => socket.once('message', (data) => resolve(decodeMessage(textOf(data)))));

/** A browser spoken for by hand: every header, path and body exactly as given; `fetch` would tidy them up. */
export function rawBrowser(host: WebHost) {
  const address = new URL(host.url);
  const { host: authority, origin } = address;

  /** A request with every header and the path exactly as given; `fetch` would tidy both up. */
  function ask(
    path: string,
    {
      method = 'GET',
      headers = {},
      body = '',
    }: { method?: string; headers?: Record<string, string>; body?: string } = {},
  ) {
    return new Promise<Reply>((resolve, reject) => {
      const { hostname, port } = address;
      const request = httpRequest(
        { hostname, port, path, method, headers: { host: authority, ...headers } },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              body: Buffer.concat(chunks).toString(),
            }),
          );
        },
      );
      request.on('error', reject);
      request.end(body);
    });
  }

  const exchange = (token: string, headers: Record<string, string> = {}) =>
    ask('/session', {
      method: 'POST',
      headers: { origin: origin, 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ token }),
    });

  function upgrade(headers: Record<string, string>, path = '/rpc'): Promise<Upgrade> {
    return new Promise((resolve, reject) => {
      const socket = new WebSocket(`ws://${authority}${path}`, { headers });
      socket.once('open', () => resolve({ socket, status: null }));
      socket.once('unexpected-response', (_request, response) => {
        resolve({ socket: null, status: response.statusCode ?? 0 });
        socket.terminate();
      });
      socket.once('error', reject);
    });
  }

  async function openSocket(cookie?: string): Promise<WebSocket> {
    const { socket } = await upgrade({
      origin: origin,
      cookie: cookie ?? cookieFrom(await exchange(tokenOf(host.newUrl()))),
    });
    if (!socket) throw new Error('no WebSocket');
    return socket;
  }

  return { authority, origin, ask, exchange, upgrade, openSocket };
}
