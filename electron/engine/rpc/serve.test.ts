import { describe, expect, it } from 'vitest';
import { PROTOCOL_VERSION } from '../../../shared/contract/methods.ts';
import type { Port } from '../../../shared/contract/port.ts';
import { engineMessageSchema, type EngineMessage } from '../../../shared/contract/wire.ts';
import { UnstuckError } from '../../../shared/errors.ts';
import type { Handlers } from './handlers.ts';
import { portPair } from './in-process.ts';
import { serveConnection } from './serve.ts';
import { fakeService, recordingLogger } from './test-support/fake-service.ts';

const status = {
  version: '1',
  host: 'test',
  demo: false,
  agent: 'sam',
  now: 5,
  syncing: [],
  offline: false,
  notices: [],
};
const hello = { type: 'hello', protocol: PROTOCOL_VERSION };

/** A connection spoken to by hand, so that a test can say what no typed client would. */
function rawConnection(handlers: Partial<Handlers> = {}) {
  const service = fakeService(handlers);
  const logger = recordingLogger();
  const [client, engine]: [Port<unknown>, Port<EngineMessage>] = portPair<unknown, EngineMessage>();
  const inbox: EngineMessage[] = [];
  let closed = false;
  client.onMessage((message) => void inbox.push(engineMessageSchema.parse(message)));
  client.onClose(() => (closed = true));
  serveConnection(service, engine, logger);
  return {
    service,
    logger,
    inbox,
    isClosed: () => closed,
    client,
    say: async (...messages: unknown[]) => {
      for (const message of messages) client.send(message);
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

describe('hand-shake', () => {
  it('welcomes a page of the same protocol with the engine version', async () => {
    const { say, inbox } = rawConnection();
    await say(hello);
    expect(inbox).toEqual([{ type: 'welcome', protocol: PROTOCOL_VERSION, version: '0.0.0-test' }]);
  });

  it('tells a page of another protocol so in one sentence and closes', async () => {
    const { say, inbox, isClosed, service } = rawConnection();
    await say({ type: 'hello', protocol: 99 });
    expect(inbox).toEqual([
      {
        type: 'error',
        id: null,
        error: {
          code: 'protocol',
          message: `The page speaks protocol 99 and the engine ${PROTOCOL_VERSION}; restart Unstuck and reload the page.`,
          said: { code: 'other_version', page: 99, engine: PROTOCOL_VERSION },
          retryable: false,
          meta: {},
        },
      },
    ]);
    expect(isClosed()).toBe(true);
    expect(service.listeners).toBe(0);
  });

  it('refuses a call before the hello', async () => {
    const { say, inbox, isClosed } = rawConnection({ 'engine.status': () => status });
    await say({ type: 'call', id: 1, method: 'engine.status', input: {} });
    expect(inbox).toMatchObject([{ type: 'error', id: null, error: { code: 'protocol' } }]);
    expect(isClosed()).toBe(true);
  });
});

describe('calls', () => {
  it('answers each with its own id, in the order in which they finish', async () => {
    const first = Promise.withResolvers<typeof status>();
    const { say, inbox } = rawConnection({ 'engine.status': () => first.promise, 'stores.list': () => [] });
    await say(
      hello,
      { type: 'call', id: 1, method: 'engine.status', input: {} },
      { type: 'call', id: 2, method: 'stores.list', input: {} },
    );
    expect(inbox.slice(1)).toEqual([{ type: 'result', id: 2, output: [] }]);
    first.resolve(status);
    await say();
    expect(inbox.slice(2)).toEqual([{ type: 'result', id: 1, output: status }]);
  });

  it.each([
    ['stores.remove', {}, 'storeId'],
    ['stores.remove', { storeId: 'a', all: true }, ''],
    ['orders.page', { ids: ['1'] }, 'ids.0'],
    ['orders.ids', { filter: { errorType: 'no_such' } }, 'filter.errorType'],
  ])(
    'refuses a wrong input of %s before it reaches the handler, and names the field',
    async (method, input, field) => {
      const { say, inbox } = rawConnection({});
      await say(hello, { type: 'call', id: 7, method, input });
      expect(inbox[1]).toMatchObject({ type: 'error', id: 7, error: { code: 'bad_input', meta: { field } } });
    },
  );

  it('refuses a method that does not exist, also one that every object has', async () => {
    const { say, inbox } = rawConnection();
    await say(
      hello,
      { type: 'call', id: 1, method: 'orders.drop', input: {} },
      { type: 'call', id: 2, method: 'constructor', input: {} },
    );
    expect(inbox.slice(1)).toMatchObject([
      {
        id: 1,
        error: {
          code: 'bad_input',
          message: 'There is no method “orders.drop”; update the page or the engine.',
        },
      },
      { id: 2, error: { code: 'bad_input' } },
    ]);
  });

  it.each([
    null,
    'hello',
    5,
    [],
    {},
    { type: 'call' },
    { type: 'shutdown' },
    { type: 'call', id: 1.5, method: 'x', input: {} },
  ])('answers the malformed message %j and goes on', async (message) => {
    const { say, inbox, isClosed } = rawConnection({ 'stores.list': () => [] });
    await say(hello, message, { type: 'call', id: 3, method: 'stores.list', input: {} });
    expect(inbox.slice(1)).toMatchObject([
      { type: 'error', id: null, error: { code: 'bad_input' } },
      { type: 'result', id: 3 },
    ]);
    expect(isClosed()).toBe(false);
  });

  it('answers a malformed call under its id, so that its caller does not wait for ever', async () => {
    const { say, inbox } = rawConnection();
    await say(hello, { type: 'call', id: 4, input: {} });
    expect(inbox[1]).toMatchObject({ type: 'error', id: 4 });
  });

  it('passes an expected failure whole and does not log it', async () => {
    const { say, inbox, logger } = rawConnection({
      'stores.list': () => {
        throw new UnstuckError('disk', 'The disk is full.', { retryable: true, meta: { free: 0 } });
      },
    });
    await say(hello, { type: 'call', id: 1, method: 'stores.list', input: {} });
    expect(inbox[1]).toEqual({
      type: 'error',
      id: 1,
      error: { code: 'disk', message: 'The disk is full.', said: null, retryable: true, meta: { free: 0 } },
    });
    expect(logger.lines).toEqual([]);
  });

  it('passes a bug as internal, without its stack, and logs it', async () => {
    const { say, inbox, logger } = rawConnection({
      'stores.list': () => Promise.reject(new TypeError('x is undefined')),
    });
    await say(hello, { type: 'call', id: 1, method: 'stores.list', input: {} });
    expect(inbox[1]).toEqual({
      type: 'error',
      id: 1,
      error: {
        code: 'internal',
        message: 'Unexpected failure: x is undefined',
        said: { code: 'unexpected', words: 'x is undefined' },
        retryable: false,
        meta: {},
      },
    });
    expect(logger.lines).toMatchObject([{ level: 'error', event: 'rpc.bug' }]);
  });

  it('never lets an output leave that does not fit the contract', async () => {
    const { say, inbox } = rawConnection({ 'engine.status': () => ({ ...status, now: 1.5 }) });
    await say(hello, { type: 'call', id: 1, method: 'engine.status', input: {} });
    expect(inbox[1]).toMatchObject({
      type: 'error',
      id: 1,
      error: { code: 'internal', message: expect.stringContaining('“now”') },
    });
  });

  it('does not mix up a running call with another one of the same id', async () => {
    const slow = Promise.withResolvers<typeof status>();
    const { say, inbox } = rawConnection({ 'engine.status': () => slow.promise });
    const call = { type: 'call', id: 1, method: 'engine.status', input: {} };
    await say(hello, call, call);
    slow.resolve(status);
    await say();
    expect(inbox.slice(1)).toMatchObject([
      { type: 'error', id: null, error: { code: 'bad_input' } },
      { type: 'result', id: 1 },
    ]);
  });
});

describe('cancelling', () => {
  const waitsForAbort: Partial<Handlers> = {
    'engine.status': (_input, { signal }) =>
      new Promise((resolve) => signal.addEventListener('abort', () => resolve(status), { once: true })),
  };
  const call = { type: 'call', id: 1, method: 'engine.status', input: {} };

  it('aborts the handler and answers `cancelled`, even when the handler still delivers', async () => {
    const { say, inbox } = rawConnection(waitsForAbort);
    await say(hello, call, { type: 'cancel', id: 1 });
    expect(inbox.slice(1)).toMatchObject([{ type: 'error', id: 1, error: { code: 'cancelled' } }]);
  });

  it('ignores the cancelling of a call that has already been answered', async () => {
    const { say, inbox } = rawConnection({ 'engine.status': () => status });
    await say(hello, call, { type: 'cancel', id: 1 });
    await say({ type: 'cancel', id: 1 }, { type: 'cancel', id: 99 });
    expect(inbox.filter(({ type }) => type !== 'welcome')).toHaveLength(1);
  });

  it('aborts every running call of a connection that closes, and stops sending', async () => {
    const signals: AbortSignal[] = [];
    const { say, client, service, inbox } = rawConnection({
      'engine.status': (_input, { signal }) => (signals.push(signal), new Promise(() => undefined)),
    });
    await say(hello, call, { ...call, id: 2 });
    client.close();
    await say();
    expect(signals.map((signal) => signal.aborted)).toEqual([true, true]);
    expect(service.listeners).toBe(0);
    service.publish({ type: 'changed', topic: 'board' });
    expect(inbox).toHaveLength(1);
  });
});
