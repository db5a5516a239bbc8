import { describe, expect, it } from 'vitest';
import { stepInList } from './step-in-list.ts';

const ids = new Uint32Array([10, 20, 30]);

describe('stepping through a list', () => {
  it('goes to the neighbour and stops at the ends', () => {
    expect(stepInList(ids, 10, 1, 0)).toBe(20);
    expect(stepInList(ids, 20, -1, 1)).toBe(10);
    expect(stepInList(ids, 30, 1, 2)).toBe(30);
    expect(stepInList(ids, 10, -10, 0)).toBe(10);
  });

  it('goes on from where an order was that has left', () => {
    expect(stepInList(ids, 25, 1, 2)).toBe(30);
    expect(stepInList(ids, 25, -1, 2)).toBe(20);
  });

  it('has nowhere to go in an empty list', () => {
    expect(stepInList(new Uint32Array(), 10, 1, 0)).toBeNull();
  });
});
