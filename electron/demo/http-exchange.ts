import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';

/** An answer before it is sent. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Text, or a stream for what may be large. */
  readonly body: string | Readable;
}

/** A JSON answer. */
export function json(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): HttpAnswer {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(body),
  };
}

/** A plain text answer. */
export function plain(
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): HttpAnswer {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8', ...headers }, body };
}

/** The whole request body. */
export function readBody(request: IncomingMessage): Promise<Buffer> {
  return buffer(request);
}

/** Sends an answer whole. */
export async function send(response: ServerResponse, answer: HttpAnswer): Promise<void> {
  if (response.destroyed) return;
  response.writeHead(answer.status, answer.headers);
  if (typeof answer.body === 'string') response.end(answer.body);
  else await pipeline(answer.body, response).catch(() => response.destroy());
}

/** Sends the first bytes of an answer, then ends the connection. */
export async function sendCut(response: ServerResponse, answer: HttpAnswer, bytes: number): Promise<void> {
  const whole = typeof answer.body === 'string' ? Buffer.from(answer.body) : await buffer(answer.body);
  response.writeHead(answer.status, answer.headers);
  response.write(whole.subarray(0, bytes), () => response.socket?.destroy());
}

/**
 * Sends half of an answer and ends it as if that were all: the client gets a well-formed HTTP answer whose body
 * stops in the middle.
 */
export async function sendTruncated(response: ServerResponse, answer: HttpAnswer): Promise<void> {
  const whole = typeof answer.body === 'string' ? Buffer.from(answer.body) : await buffer(answer.body);
  const { 'content-length': _, ...headers } = answer.headers ?? {};
  response.writeHead(answer.status, headers);
  response.end(whole.subarray(0, Math.floor(whole.length / 2)));
}
