import { describe, expect, it } from 'vitest';
import { UnstuckError } from '../../../shared/errors.ts';
import { connectInProcess } from './in-process.ts';
import { fakeService, recordingLogger } from './test-support/fake-service.ts';

describe('typed client in process', () => {
  it('calls, and parses what comes back', async () => {
    const client = connectInProcess(
      fakeService({ 'orders.ids': () => ({ ids: new Uint32Array([3, 1]) }) }),
      recordingLogger(),
    );
    expect(await client.ready).toEqual({ version: '0.0.0-test' });
    expect(await client.call('orders.ids', { filter: {} })).toEqual({ ids: new Uint32Array([3, 1]) });
  });

  it('rejects a wrong input without sending it', async () => {
    const client = connectInProcess(fakeService({}), recordingLogger());
    await expect(
      client.call('orders.page', { ids: Array.from({ length: 501 }, (_, i) => i) }),
    ).rejects.toMatchObject({
      code: 'bad_input',
      meta: { field: 'ids' },
    });
  });

  it('throws the engine’s error as it was thrown there', async () => {
    const client = connectInProcess(fakeService({}), recordingLogger());
    await expect(client.call('stores.list', {})).rejects.toEqual(
      new UnstuckError('not_found', 'stores.list is not part of this test.'),
    );
  });

  it('delivers events to every listener until it leaves', async () => {
    const service = fakeService({});
    const client = connectInProcess(service, recordingLogger());
    await client.ready;
    const heard: string[] = [];
    const leave = client.onEvent((event) => void heard.push(`a:${event.type}`));
    client.onEvent((event) => void heard.push(`b:${event.type}`));
    service.publish({ type: 'changed', topic: 'board' });
    await new Promise((resolve) => setImmediate(resolve));
    leave();
    service.publish({ type: 'changed', topic: 'orders' });
    await new Promise((resolve) => setImmediate(resolve));
    expect(heard).toEqual(['a:changed', 'b:changed', 'b:changed']);
  });

  it('rejects with `cancelled` at once when aborted, and the handler hears of it', async () => {
    const aborted = Promise.withResolvers<string>();
    const client = connectInProcess(
      fakeService({
        'engine.status': (_input, { signal }) => {
          signal.addEventListener('abort', () => aborted.resolve('aborted'));
          return new Promise(() => undefined);
        },
      }),
      recordingLogger(),
    );
    const abort = new AbortController();
    const call = client.call('engine.status', {}, { signal: abort.signal });
    await client.ready;
    await new Promise((resolve) => setImmediate(resolve));
    abort.abort();
    await expect(call).rejects.toMatchObject({ code: 'cancelled' });
    expect(await aborted.promise).toBe('aborted');
  });

  it('rejects what waits, and what comes later, when the connection ends', async () => {
    const client = connectInProcess(
      fakeService({ 'engine.status': () => new Promise(() => undefined) }),
      recordingLogger(),
    );
    const call = client.call('engine.status', {});
    await client.ready;
    await new Promise((resolve) => setImmediate(resolve));
    client.close();
    await expect(call).rejects.toMatchObject({ code: 'disconnected', retryable: true });
    await expect(client.call('stores.list', {})).rejects.toMatchObject({ code: 'disconnected' });
  });
});
