import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { EngineEvent } from '../../shared/contract/events.ts';
import { applyChanges, GATHER_MS } from './apply-changes.ts';
import { engineQueryKey } from './topics.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

async function watching() {
  let publish: (event: EngineEvent) => void = () => undefined;
  let reconnect: () => void = () => undefined;
  const queries = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } });
  applyChanges(
    {
      onEvent: (listener) => ((publish = listener), () => undefined),
      onReconnect: (listener) => ((reconnect = listener), () => undefined),
    },
    queries,
  );
  const read = { board: vi.fn<() => number>(() => 1), stores: vi.fn<() => number>(() => 1) };
  new QueryObserver(queries, {
    queryKey: engineQueryKey('board.summary', {}),
    queryFn: read.board,
  }).subscribe(() => undefined);
  new QueryObserver(queries, { queryKey: engineQueryKey('stores.list', {}), queryFn: read.stores }).subscribe(
    () => undefined,
  );
  await vi.advanceTimersByTimeAsync(0);
  return { read, publish: (event: EngineEvent) => publish(event), reconnect: () => reconnect() };
}

describe('change events', () => {
  it('refetch what they touch, once for a burst, and nothing else', async () => {
    const { read, publish } = await watching();
    for (let i = 0; i < 50; i += 1) publish({ type: 'changed', topic: 'board', storeId: `s${i}` });
    publish({
      type: 'progress',
      task: 'sync',
      phase: 'reading',
      storeId: 's',
      done: 1,
      total: null,
      rate: 1,
      leftMs: null,
    });
    await vi.advanceTimersByTimeAsync(GATHER_MS);
    expect(read.board).toHaveBeenCalledTimes(2);
    expect(read.stores).toHaveBeenCalledTimes(1);
  });

  it('refetch again for what comes after a burst', async () => {
    const { read, publish } = await watching();
    publish({ type: 'changed', topic: 'board' });
    await vi.advanceTimersByTimeAsync(GATHER_MS);
    publish({ type: 'changed', topic: 'board' });
    await vi.advanceTimersByTimeAsync(GATHER_MS);
    expect(read.board).toHaveBeenCalledTimes(3);
  });
});

it('a new connection refetches everything: its events were missed', async () => {
  const { read, reconnect } = await watching();
  reconnect();
  await vi.advanceTimersByTimeAsync(0);
  expect([read.board.mock.calls.length, read.stores.mock.calls.length]).toEqual([2, 2]);
});
