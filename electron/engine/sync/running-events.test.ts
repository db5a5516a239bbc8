import { expect, test } from 'vitest';
import { aStore } from './test-support/fake-merchant.ts';
import { aStockedMerchant, ignored } from './test-support/stocked-merchant.ts';
import { MINUTE } from '../triage/test-support/samples.ts';
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

test('a first load says how many orders there are, and a look at what is new does not ask', async () => {
  const merchant = aStockedMerchant();
  merchant.put(ignored(1), ignored(2), ignored(3));
  const { sync, events, clock, stores } = aWorkbench({ atelier: merchant });
  const progress = () => events.flatMap((event) => (event.type === 'progress' ? [event] : []));
  await sync.run();
  expect(progress().map(({ done, total }) => [done, total])).toEqual([
    [0, 3],
    [2, 3],
    [3, 3],
  ]);
  expect(progress().at(-1)?.leftMs).toBe(0);

  events.length = 0;
  stores.splice(0, 1, aStore('atelier', { lastSync: clock.time }));
  clock.time += MINUTE;
  await sync.run();
  expect(progress().every(({ total }) => total === null)).toBe(true);
});
