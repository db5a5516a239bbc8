import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { WorkspaceSpec } from './workspace.ts';

/** What a thread of the benchmark does until it is stopped: take orders in, or read windows of them. */
export interface ThreadWork {
  readonly task: 'ingest' | 'read';
  readonly home: string;
  readonly spec: WorkspaceSpec;
}

/** Starts it and waits until it is at work. @returns what stops it and says how many orders it went through */
export async function startThread(work: ThreadWork): Promise<() => Promise<number>> {
  const worker = new Worker(new URL('./thread.ts', import.meta.url), { workerData: work });
  await once(worker, 'message');
  return async () => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    worker.postMessage('stop');
    const [done]: unknown[] = await once(worker, 'message');
    await worker.terminate();
    return Number(done);
  };
}
