import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { z } from 'zod';
import { MAX_MESSAGE_CHARS } from '../../shared/contract/codec.ts';
import { RPC_PATH, SESSION_PATH } from '../../shared/contract/web-paths.ts';
import type { Logger } from '../engine/ports.ts';
import type { EngineService } from '../engine/rpc/handlers.ts';
import { serveConnection } from '../engine/rpc/serve.ts';
import { readAsset, type Asset } from '../page-files/assets.ts';
import { readJsonBody } from './web/json-body.ts';
import { securityHeaders } from '../page-files/security-headers.ts';
import { Sessions } from './web/sessions.ts';
import { wsPort } from './web/ws-port.ts';

export interface WebHostOptions {
  readonly service: EngineService;
  /** The built page (`dist/renderer`). */
  readonly assetsDir: string;
  /** 0, the default: any free one. */
  readonly port?: number;
  readonly logger: Logger;
  /** Who may connect; by default whoever has an address of this host's own. */
  readonly sessions?: Sessions;
  /** Longest message a page may send, in bytes. */
  readonly maxMessageBytes?: number;
}

export interface WebHost {
  /** Where the page is, with the one-time token in its fragment. */
  readonly url: string;
  readonly port: number;
  /** The same with a fresh token, for another browser. */
  newUrl(): string;
  /** Ends every connection and stops listening. */
  close(): Promise<void>;
}

const HOST = '127.0.0.1';
const tokenSchema = z.strictObject({ token: z.string().min(1).max(200) });

/**
 * Serves the page and the engine to browsers on this machine, and to nobody else: bound to the loopback address, it
 * answers only requests that name it as their Host (a rebound DNS name does not), and only its own page may open the
 * WebSocket (Origin), with the cookie of a session that was bought with a one-time token.
 * The cookie is HttpOnly and SameSite=Strict; cookies do not tell ports apart, so its name holds the port and its path
 * keeps it from other local servers' pages.
 */
export async function startWebHost(options: WebHostOptions): Promise<WebHost> {
  const { service, assetsDir, logger } = options;
  const maxMessageBytes = options.maxMessageBytes ?? MAX_MESSAGE_CHARS;
  const sessions = options.sessions ?? new Sessions();
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: maxMessageBytes,
    perMessageDeflate: false,
  });
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      logger.error('web.failed', { path: request.url, error: String(error) });
      if (!response.headersSent) reply(response, 500, 'The page could not be served; see the log.');
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, HOST, resolve);
  });
  const bound = server.address();
  if (bound === null || typeof bound === 'string')
    throw new Error('A listening TCP server has an address and a port.');
  const { port } = bound;
  const authority = `${HOST}:${port}`;
  const origin = `http://${authority}`;
  const cookieName = `unstuck-${port}`;
  const headers = securityHeaders([`ws://127.0.0.1:${port}`]);

  const reply = (
    response: ServerResponse,
    status: number,
    text = '',
    more: Record<string, string> = {},
  ): void => {
    response.writeHead(status, {
      ...headers,
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
      ...more,
    });
    response.end(text);
  };

  const sessionOf = (request: IncomingMessage): string | null =>
    cookie(request.headers.cookie ?? '', cookieName);

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = (request.url ?? '/').replace(/[?#].*$/s, '');
    if (request.headers.host !== authority)
      return reply(response, 421, `This is ${authority}; open the address that Unstuck printed.`);
    if (request.headers.origin !== undefined && request.headers.origin !== origin) {
      return reply(response, 403, 'Only the page of Unstuck itself may ask here.');
    }
    if (path === SESSION_PATH) return exchange(request, response);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return reply(response, 405, 'Only GET and HEAD.', { allow: 'GET, HEAD' });
    }
    // A WebSocket that is refused tells a page nothing; this says whether it was for want of a session.
    if (path === RPC_PATH) return reply(response, sessions.has(sessionOf(request)) ? 204 : 401);
    const asset = await readAsset(assetsDir, path);
    if (!asset) return reply(response, 404, 'There is nothing here.');
    response.writeHead(200, {
      ...headers,
      'content-type': asset.type,
      'cache-control': CACHE_CONTROL[asset.caching],
    });
    response.end(request.method === 'HEAD' ? undefined : asset.body);
  };

  const exchange = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method !== 'POST') return reply(response, 405, 'Only POST.', { allow: 'POST' });
    if (request.headers.origin !== origin)
      return reply(response, 403, 'Only the page of Unstuck itself may ask here.');
    const body = tokenSchema.safeParse(await readJsonBody(request, 1024));
    if (!body.success) return reply(response, 400, 'Send {"token": "…"} as JSON.');
    const session = sessions.exchange(body.data.token);
    if (session === null) return reply(response, 401, 'That token is not known or already used.');
    return reply(response, 204, '', {
      'set-cookie': `${cookieName}=${session}; Path=${RPC_PATH}; HttpOnly; SameSite=Strict`,
    });
  };

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const refusal = refuseUpgrade(request);
    if (refusal !== null) {
      logger.warn('web.upgrade-refused', { status: refusal });
      socket.end(`HTTP/1.1 ${refusal}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    sockets.handleUpgrade(request, socket, head, (ws) =>
      serveConnection(service, wsPort(ws, maxMessageBytes), logger),
    );
  });

  const refuseUpgrade = (request: IncomingMessage): string | null => {
    if (request.headers.host !== authority) return '421 Misdirected Request';
    if (request.headers.origin !== origin) return '403 Forbidden';
    if (request.url !== RPC_PATH) return '404 Not Found';
    return sessions.has(sessionOf(request)) ? null : '401 Unauthorized';
  };

  const newUrl = (): string => `${origin}/#token=${sessions.newToken()}`;

  return {
    url: newUrl(),
    port,
    newUrl,
    close: () =>
      new Promise((resolve) => {
        for (const client of sockets.clients) client.terminate();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const CACHE_CONTROL: Readonly<Record<Asset['caching'], string>> = {
  immutable: 'public, max-age=31536000, immutable',
  revalidate: 'no-cache',
  never: 'no-store',
};

function cookie(header: string, name: string): string | null {
  for (const pair of header.split(';')) {
    const [key, value] = pair.trim().split('=', 2);
    if (key === name && value) return value;
  }
  return null;
}
