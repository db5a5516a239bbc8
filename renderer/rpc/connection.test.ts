import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ClientPort } from '../../shared/contract/port.ts';
import { PROTOCOL_VERSION } from '../../shared/contract/methods.ts';
import type { ClientMessage, EngineMessage } from '../../shared/contract/wire.ts';
import { UnstuckError } from '../../shared/errors.ts';
import { backOff, createConnection } from './connection.ts';

/** An engine that answers `stores.list` with nothing and holds back every other call. */
class FakeEngine {
  readonly received: ClientMessage[] = [];
  #message: (raw: unknown) => void = () => undefined;
  #close: () => void = () => undefined;

  readonly port: ClientPort = {
    send: (message) => {
      this.received.push(message);
      if (message.type === 'hello') this.say({ type: 'welcome', protocol: PROTOCOL_VERSION, version: '1' });
      if (message.type === 'call' && message.method === 'stores.list')
        this.say({ type: 'result', id: message.id, output: [] });
    },
    onMessage: (listener) => (this.#message = listener),
    onClose: (listener) => (this.#close = listener),
    close: () => this.drop(),
  };

  say(message: EngineMessage): void {
    queueMicrotask(() => this.#message(message));
  }

  drop(): void {
    this.#close();
  }
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const settle = () => vi.advanceTimersByTimeAsync(0);

function dialling() {
  const engines: FakeEngine[] = [];
  let reachable = true;
  const dial = vi.fn<() => Promise<ClientPort>>(() => {
    if (!reachable) return Promise.reject(new TypeError('Failed to fetch'));
    const engine = new FakeEngine();
    engines.push(engine);
    return Promise.resolve(engine.port);
  });
  return { engines, dial, setReachable: (value: boolean) => (reachable = value) };
}

describe('connection', () => {
  it('opens, and calls that were made before wait for it', async () => {
    const { dial } = dialling();
    const connection = createConnection(dial);
    const early = connection.call('stores.list', {});
    expect(connection.state.status).toBe('connecting');
    expect(await early).toEqual([]);
    expect(connection.state.status).toBe('open');
  });

  it('is made again by itself when it is lost, and says so, so that stale answers are read again', async () => {
    const { dial, engines } = dialling();
    const connection = createConnection(dial);
    const states: string[] = [];
    const reconnected = vi.fn<() => void>();
    connection.onState(() => void states.push(connection.state.status));
    connection.onReconnect(reconnected);
    await settle();
    expect(reconnected).not.toHaveBeenCalled();

    engines[0]?.drop();
    expect(connection.state.status).toBe('down');
    const later = connection.call('stores.list', {});
    await vi.advanceTimersByTimeAsync(backOff(0));
    expect(await later).toEqual([]);
    expect(states).toEqual(['open', 'down', 'open']);
    expect(reconnected).toHaveBeenCalledOnce();
  });

  it('rejects the calls that were under way when it was lost', async () => {
    const { dial, engines } = dialling();
    const connection = createConnection(dial);
    await settle();
    const call = connection.call('board.summary', {});
    const failure = call.catch((error: unknown) => error);
    await settle();
    engines[0]?.drop();
    expect(await failure).toMatchObject({ code: 'disconnected', retryable: true });
  });

  it('waits longer after each failed try, up to five seconds, and starts small again once it was open', async () => {
    expect([0, 1, 2, 3, 4, 5, 50].map(backOff)).toEqual([250, 500, 1000, 2000, 4000, 5000, 5000]);
    const { dial, engines, setReachable } = dialling();
    setReachable(false);
    createConnection(dial);
    await settle();
    expect(dial).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(249);
    expect(dial).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(dial).toHaveBeenCalledTimes(2);
    setReachable(true);
    await vi.advanceTimersByTimeAsync(500);
    expect(dial).toHaveBeenCalledTimes(3);
    engines[0]?.drop();
    await vi.advanceTimersByTimeAsync(250);
    expect(dial).toHaveBeenCalledTimes(4);
  });

  it('can be tried at once', async () => {
    const { dial, setReachable } = dialling();
    setReachable(false);
    const connection = createConnection(dial);
    await vi.advanceTimersByTimeAsync(60_000);
    setReachable(true);
    connection.retryNow();
    await settle();
    expect(connection.state.status).toBe('open');
  });

  it.each(['unauthorized', 'protocol'] as const)('stops trying when it is refused as %s', async (code) => {
    const dial = vi.fn<() => Promise<ClientPort>>().mockRejectedValue(new UnstuckError(code, 'No.'));
    const connection = createConnection(dial);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(connection.state).toMatchObject({ status: 'refused', error: { code } });
    expect(dial).toHaveBeenCalledTimes(1);
  });

  it('lets a call be cancelled that still waits for a connection', async () => {
    const { dial, setReachable } = dialling();
    setReachable(false);
    const connection = createConnection(dial);
    const abort = new AbortController();
    const call = connection.call('stores.list', {}, { signal: abort.signal });
    abort.abort();
    await expect(call).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('delivers events of every connection to the same listeners', async () => {
    const { dial, engines } = dialling();
    const connection = createConnection(dial);
    const topics: string[] = [];
    connection.onEvent((event) => void (event.type === 'changed' && topics.push(event.topic)));
    await settle();
    engines[0]?.say({ type: 'event', event: { type: 'changed', topic: 'board' } });
    await settle();
    engines[0]?.drop();
    await vi.advanceTimersByTimeAsync(250);
    engines[1]?.say({ type: 'event', event: { type: 'changed', topic: 'orders' } });
    await settle();
    expect(topics).toEqual(['board', 'orders']);
  });
});
