import { expect, test } from 'vitest';
import { stepStanding } from './step-standing.ts';

const link = { do: 'fix', fix: 'link_variant', scope: 'variant' } as const;
const write = (state: 'queued' | 'applied' | 'rejected' | 'conflict', run = 'r1') =>
  ({ fix: 'link_variant', run, state }) as const;

test('a step whose fix was sent is done, one whose fix waits is on its way', () => {
  expect(stepStanding(link, [write('applied'), write('applied')])).toBe('done');
  expect(stepStanding(link, [write('queued'), write('applied')])).toBe('waiting');
  expect(stepStanding(link, [write('conflict')])).toBe('waiting');
});

test('what came to nothing was not done, and the newest run counts', () => {
  expect(stepStanding(link, [write('rejected'), write('applied')])).toBeNull();
  expect(stepStanding(link, [write('queued', 'r2'), write('rejected')])).toBe('waiting');
});

test('steps that are no fix, or whose fix nobody asked for, have no standing', () => {
  expect(stepStanding(undefined, [write('applied')])).toBeNull();
  expect(stepStanding({ do: 'sync_order' }, [write('applied')])).toBeNull();
  expect(stepStanding({ ...link, fix: 'activate_link' }, [write('applied')])).toBeNull();
  expect(stepStanding(link, [])).toBeNull();
});
