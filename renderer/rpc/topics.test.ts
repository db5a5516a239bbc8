import { describe, expect, it } from 'vitest';
import { engineQueryKey, isTouched } from './topics.ts';

const changed = (more: object) => ({ type: 'changed' as const, topic: 'orders' as const, ...more });

describe('a change event', () => {
  it('touches the queries of its topic and no other', () => {
    expect(isTouched(engineQueryKey('orders.ids', { filter: {} }), changed({}))).toBe(true);
    expect(isTouched(engineQueryKey('board.summary', {}), changed({}))).toBe(false);
    expect(isTouched(engineQueryKey('board.summary', {}), changed({ topic: 'board' }))).toBe(true);
  });

  it('of one store leaves queries about another store alone, but not those over all stores', () => {
    const inStore = (storeId?: string) =>
      engineQueryKey('board.summary', storeId === undefined ? {} : { storeId });
    const change = changed({ topic: 'board', storeId: 'a' });
    expect(isTouched(inStore('a'), change)).toBe(true);
    expect(isTouched(inStore('b'), change)).toBe(false);
    expect(isTouched(inStore(), change)).toBe(true);
    const ids = (storeId: string) => engineQueryKey('orders.ids', { filter: { storeId } });
    expect(isTouched(ids('b'), changed({ storeId: 'a' }))).toBe(false);
    expect(isTouched(ids('a'), changed({ storeId: 'a' }))).toBe(true);
  });

  it('of some orders touches only the pages that hold one, and every id list', () => {
    const change = changed({ ids: [5, 6] });
    expect(isTouched(engineQueryKey('orders.page', { ids: [1, 5] }), change)).toBe(true);
    expect(isTouched(engineQueryKey('orders.page', { ids: [1, 2] }), change)).toBe(false);
    expect(isTouched(engineQueryKey('orders.ids', { filter: {} }), change)).toBe(true);
  });
});
