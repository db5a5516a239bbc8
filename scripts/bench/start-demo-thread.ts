import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { DemoOptions } from '../../electron/demo/start-demo.ts';

/** The demo stores, and the numbers of their orders. */
export type DemoMerchants = readonly {
  readonly domain: string;
  readonly endpoint: string;
  readonly token: string;
  readonly orders: readonly number[];
}[];

/** Starts demo merchants in a thread of their own. */
export async function startDemoThread(
  options: DemoOptions,
): Promise<{ readonly merchants: DemoMerchants; readonly close: () => Promise<void> }> {
  const worker = new Worker(new URL('./demo-thread.ts', import.meta.url), { workerData: options });
  const ended = once(worker, 'exit');
  const [merchants]: readonly [DemoMerchants] = await new Promise((resolve, reject) => {
    worker.once('message', (message: DemoMerchants) => resolve([message]));
    worker.once('error', reject);
  });
  return {
    merchants,
    close: async () => {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      worker.postMessage('close');
      await ended;
    },
  };
}
