/** Demo merchants in a thread of their own: what they take of a processor is not the engine's. See `startDemoThread`. */
import { parentPort, workerData } from 'node:worker_threads';
import { type DemoOptions, startDemo } from '../../electron/demo/start-demo.ts';
import type { DemoMerchants } from './start-demo-thread.ts';

// The one who starts it says so.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
const demo = await startDemo(workerData as DemoOptions);
const merchants: DemoMerchants = demo.stores.map(({ domain, endpoint, token }) => ({
  domain,
  endpoint,
  token,
  orders: [...demo.inspect(domain).orders()].map(({ order }) => order.id),
}));
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort?.postMessage(merchants);
parentPort?.once('message', () => void demo.close().then(() => parentPort?.close()));
