import { expect, test } from 'vitest';
import { aWorkbench } from './test-support/workbench.ts';

test('a page hears when a sync begins and when it is over, whoever began it', async () => {
  const { sync, events } = aWorkbench();
  const running: number[] = [];
  const pushed = events.push.bind(events);
  events.push = (...more) => {
    if (more.some((event) => event.type === 'changed' && event.topic === 'status'))
      running.push(sync.running().length);
    return pushed(...more);
  };
  await sync.run();
  expect(running).toEqual([1, 0]);
});
