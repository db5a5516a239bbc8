import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** One request as the server saw it. */
export interface SeenRequest {
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: { readonly query?: string; readonly variables?: Record<string, unknown> };
}

export type Reply = (request: SeenRequest, response: ServerResponse) => void;

/** A small HTTP server on the loopback that answers as the test says; the last reply repeats. */
export async function startAdminServer(...replies: readonly Reply[]) {
  const seen: SeenRequest[] = [];
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const one = { url: request.url ?? '', headers: request.headers, body: await readBody(request) };
    const reply = replies[Math.min(seen.length, replies.length - 1)];
    seen.push(one);
    reply?.(one, response);
  }
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    seen,
    endpoint: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections();
      return new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}

async function readBody(request: IncomingMessage): Promise<SeenRequest['body']> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  const parsed: unknown = JSON.parse(text);
  return typeof parsed === 'object' && parsed !== null ? parsed : {};
}

/** Answers with a JSON body. */
export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Reply {
  return (_, response) => {
    response.writeHead(status, {
      'Content-Type': 'application/json; charset=utf-8',
      'X-Request-Id': 'req-1',
      ...headers,
    });
    response.end(JSON.stringify(body));
  };
}

/** Closes the connection without an answer. */
export const cut: Reply = (_, response) => {
  response.socket?.destroy();
};

/** Sends half of a JSON body, then closes the connection. */
export const truncated: Reply = (_, response) => {
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '1000' });
  response.write('{"data":{"shop":{"na');
  response.socket?.end();
};

/** `extensions.cost` as Shopify reports it. */
export function cost(requested: number, available: number, { maximum = 1000, restoreRate = 50 } = {}) {
  return {
    cost: {
      requestedQueryCost: requested,
      actualQueryCost: requested,
      throttleStatus: { maximumAvailable: maximum, currentlyAvailable: available, restoreRate },
    },
  };
}

/** A throttled answer: HTTP 200 with an error code. */
export function throttled(requested: number, available: number): Reply {
  return json({
    errors: [{ message: 'Throttled', extensions: { code: 'THROTTLED' } }],
    extensions: cost(requested, available),
  });
}
