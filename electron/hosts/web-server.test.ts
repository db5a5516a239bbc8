import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { encodeMessage } from '../../shared/contract/codec.ts';
import { PROTOCOL_VERSION } from '../../shared/contract/methods.ts';
import { fakeService, recordingLogger, type FakeService } from '../engine/rpc/test-support/fake-service.ts';
import { startWebHost, type WebHost } from './web-server.ts';
import { cookieFrom, next, rawBrowser, tokenOf } from './web/test-support/raw-browser.ts';

let root: string;
let assetsDir: string;
let host: WebHost;
let service: FakeService;
let browser: ReturnType<typeof rawBrowser>;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'unstuck-web-'));
  assetsDir = join(root, 'renderer');
  await mkdir(join(assetsDir, 'assets'), { recursive: true });
  await writeFile(join(root, 'secret.json'), '{"secret":true}');
  await writeFile(join(assetsDir, 'index.html'), '<!doctype html><title>Unstuck</title>');
  await writeFile(join(assetsDir, 'assets', 'main-abc.js'), 'export {};');
  await writeFile(join(assetsDir, '.env.json'), '{}');
  await symlink(join(root, 'secret.json'), join(assetsDir, 'link.json'));
});
afterAll(() => rm(root, { recursive: true }));

beforeEach(async () => {
  service = fakeService({ 'orders.ids': () => ({ ids: new Uint32Array([7, 9]) }) });
  host = await startWebHost({ service, assetsDir, logger: recordingLogger(), maxMessageBytes: 10_000 });
  browser = rawBrowser(host);
});
afterEach(() => host.close());

describe('the page', () => {
  it('is served from the loopback address only, never kept, under a policy without exceptions', async () => {
    expect(new URL(host.url).hostname).toBe('127.0.0.1');
    const { status, headers, body } = await browser.ask('/?type=ignored_by_tag');
    expect(status).toBe(200);
    expect(body).toContain('<title>Unstuck</title>');
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['x-content-type-options']).toBe('nosniff');
    const policy = headers['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self';");
    expect(policy).toContain(`connect-src 'self' ws://${browser.authority};`);
    expect(policy).toContain("base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
  });

  it('keeps files that are named by their content', async () => {
    const { status, headers } = await browser.ask('/assets/main-abc.js');
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(headers['cache-control']).toContain('immutable');
  });

  it.each([
    '/../secret.json',
    '/assets/../../secret.json',
    '/%2e%2e/secret.json',
    '/..%2fsecret.json',
    '/..%5csecret.json',
    '/assets/%2e%2e/%2e%2e/secret.json',
    '//secret.json',
    '/secret.json%00.html',
    '/link.json',
    '/.env.json',
    '/%E0%A4%A',
    '/assets',
    '/nothing.js',
    `/${'a'.repeat(5000)}.js`,
  ])('has nothing at %s', async (path) => {
    const { status, body } = await browser.ask(path);
    expect(status).toBe(404);
    expect(body).not.toContain('secret":');
  });

  it.each(['attacker.example', 'localhost', '127.0.0.1', '127.0.0.1:1', '[::1]'])(
    'refuses the host %s',
    async (name) => {
      expect((await browser.ask('/', { headers: { host: name } })).status).toBe(421);
    },
  );

  it('refuses a request from another site’s page', async () => {
    expect((await browser.ask('/', { headers: { origin: 'https://attacker.example' } })).status).toBe(403);
    expect((await browser.ask('/', { headers: { origin: 'null' } })).status).toBe(403);
  });

  it('takes no other method', async () => {
    expect(await browser.ask('/', { method: 'PUT' })).toMatchObject({
      status: 405,
      headers: { allow: 'GET, HEAD' },
    });
    expect(await browser.ask('/session')).toMatchObject({ status: 405, headers: { allow: 'POST' } });
  });
});

describe('the session', () => {
  it('is bought with the token of the address, as a cookie that no script and no other site can use', async () => {
    const reply = await browser.exchange(tokenOf(host.url));
    expect(reply.status).toBe(204);
    expect(reply.headers['set-cookie']?.[0]).toMatch(
      /^unstuck-\d+=[\w-]{43}; Path=\/rpc; HttpOnly; SameSite=Strict$/,
    );
  });

  it('uses its token up', async () => {
    await browser.exchange(tokenOf(host.url));
    const second = await browser.exchange(tokenOf(host.url));
    expect(second).toMatchObject({ status: 401, body: 'That token is not known or already used.' });
    expect(second.headers['set-cookie']).toBeUndefined();
  });

  it('is there for a second browser under a new address', async () => {
    const [first, second] = [
      await browser.exchange(tokenOf(host.url)),
      await browser.exchange(tokenOf(host.newUrl())),
    ];
    expect([first.status, second.status]).toEqual([204, 204]);
    expect(cookieFrom(first)).not.toBe(cookieFrom(second));
  });

  it('survives a reload: the same cookie opens one WebSocket after another', async () => {
    const cookie = cookieFrom(await browser.exchange(tokenOf(host.url)));
    const first = await browser.openSocket(cookie);
    first.terminate();
    const second = await browser.openSocket(cookie);
    expect(second.readyState).toBe(WebSocket.OPEN);
    second.terminate();
  });

  it('says whether it is held', async () => {
    const cookie = cookieFrom(await browser.exchange(tokenOf(host.url)));
    expect((await browser.ask('/rpc')).status).toBe(401);
    expect((await browser.ask('/rpc', { headers: { cookie: 'unstuck-1=x' } })).status).toBe(401);
    expect((await browser.ask('/rpc', { headers: { cookie } })).status).toBe(204);
  });

  it('is not given to another origin, nor without one, nor for a form’s body', async () => {
    const token = tokenOf(host.url);
    expect((await browser.exchange(token, { origin: 'http://127.0.0.1:1' })).status).toBe(403);
    expect(
      (
        await browser.ask('/session', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ token }),
        })
      ).status,
    ).toBe(403);
    expect((await browser.exchange(token, { 'content-type': 'text/plain' })).status).toBe(400);
    expect((await browser.exchange(token)).status).toBe(204);
  });

  it.each(['', '{', '[]', '{"token":5}', '{"token":"a","more":1}', `{"token":"${'a'.repeat(5000)}"}`])(
    'refuses the body %j',
    async (body) => {
      const headers = { origin: browser.origin, 'content-type': 'application/json' };
      expect((await browser.ask('/session', { method: 'POST', headers, body })).status).toBe(400);
    },
  );
});

describe('the WebSocket', () => {
  it('is refused without a session, from another origin or without one, under another host, at another path', async () => {
    const cookie = cookieFrom(await browser.exchange(tokenOf(host.url)));
    const refused = async (headers: Record<string, string>, path?: string) =>
      (await browser.upgrade(headers, path)).status;
    expect(await refused({ origin: browser.origin })).toBe(401);
    expect(await refused({ origin: browser.origin, cookie: `${cookie}x` })).toBe(401);
    expect(await refused({ origin: 'https://attacker.example', cookie })).toBe(403);
    expect(await refused({ cookie })).toBe(403);
    expect(await refused({ origin: browser.origin, cookie, host: 'attacker.example' })).toBe(421);
    expect(await refused({ origin: browser.origin, cookie }, '/other')).toBe(404);
  });

  it('carries hello, calls with id lists, and events', async () => {
    const socket = await browser.openSocket();
    socket.send(encodeMessage({ type: 'hello', protocol: PROTOCOL_VERSION }));
    expect(await next(socket)).toMatchObject({ type: 'welcome' });
    socket.send(encodeMessage({ type: 'call', id: 1, method: 'orders.ids', input: { filter: {} } }));
    expect(await next(socket)).toEqual({ type: 'result', id: 1, output: { ids: new Uint32Array([7, 9]) } });
    service.publish({ type: 'changed', topic: 'board', storeId: 'atelier-nord' });
    expect(await next(socket)).toEqual({
      type: 'event',
      event: { type: 'changed', topic: 'board', storeId: 'atelier-nord' },
    });
    socket.terminate();
  });

  it.each(['', '{', 'null', '{"type":"call"}', '{"$u32":"AAA="}'])(
    'answers the malformed text %j and goes on',
    async (text) => {
      const socket = await browser.openSocket();
      socket.send(text);
      expect(await next(socket)).toMatchObject({ type: 'error', id: null, error: { code: 'bad_input' } });
      socket.send(encodeMessage({ type: 'hello', protocol: PROTOCOL_VERSION }));
      expect(await next(socket)).toMatchObject({ type: 'welcome' });
      socket.terminate();
    },
  );

  it('takes no binary message for a text', async () => {
    const socket = await browser.openSocket();
    socket.send(Buffer.from(encodeMessage({ type: 'hello', protocol: PROTOCOL_VERSION })), { binary: true });
    expect(await next(socket)).toMatchObject({ type: 'error', id: null });
    socket.terminate();
  });

  it('closes on a message over the limit, and only that connection', async () => {
    const [loud, quiet] = [await browser.openSocket(), await browser.openSocket()];
    const closed = new Promise<number>((resolve) => loud.once('close', resolve));
    loud.send('x'.repeat(10_001));
    expect(await closed).toBe(1009);
    quiet.send(encodeMessage({ type: 'hello', protocol: PROTOCOL_VERSION }));
    expect(await next(quiet)).toMatchObject({ type: 'welcome' });
    quiet.terminate();
  });

  it('lets go of the engine’s events when the page leaves', async () => {
    const socket = await browser.openSocket();
    socket.send(encodeMessage({ type: 'hello', protocol: PROTOCOL_VERSION }));
    await next(socket);
    expect(service.listeners).toBe(1);
    socket.terminate();
    await expect.poll(() => service.listeners).toBe(0);
  });
});

describe('closing', () => {
  it('ends open pages and idle connections at once', async () => {
    const socket = await browser.openSocket();
    const closed = new Promise((resolve) => socket.once('close', resolve));
    const { hostname, port } = new URL(host.url);
    const idle = connect(Number(port), hostname);
    await new Promise((resolve) => idle.once('connect', resolve));
    const idleEnded = new Promise((resolve) => idle.once('close', resolve));
    await host.close();
    expect(await Promise.all([closed, idleEnded])).toHaveLength(2);
  });

  it('says when its port is taken', async () => {
    const { port } = new URL(host.url);
    await expect(
      startWebHost({ service, assetsDir, logger: recordingLogger(), port: Number(port) }),
    ).rejects.toThrow('EADDRINUSE');
  });
});
