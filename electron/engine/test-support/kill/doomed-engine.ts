/**
 * A process with a real engine on a real data directory that dies where its errand says: by SIGKILL, so that nothing is
 * closed, flushed or said. Forked by `killAndRestart`.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type { Client } from '../../../../shared/contract/client.ts';
import { UnstuckError } from '../../../../shared/errors.ts';
import { openEngine } from '../../engine.ts';
import type { Clock, Secrets } from '../../ports.ts';
import { connectInProcess } from '../../rpc/in-process.ts';
import { watchJournal, watchRequests } from './crash-points.ts';
import { type Errand, errandSchema, type OpenWrite, type Report, type Task } from './errand.ts';

const quiet = (): void => undefined;
const logger = { debug: quiet, info: quiet, warn: quiet, error: quiet };

let doom: Errand['doom'] = null;
let times = 0;

function die(): void {
  process.kill(process.pid, 'SIGKILL');
  // The signal comes when the kernel likes; nothing happens until then.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}

function reach(point: string): void {
  if (doom?.point !== point) return;
  times += 1;
  if (times >= doom.nth) die();
}

watchJournal(reach);
process.once('message', (message) => {
  void run(errandSchema.parse(message));
});
await say({ at: 'warm' });

async function run(errand: Errand): Promise<void> {
  ({ doom } = errand);
  const engine = await openEngine(
    {
      clock: fastClock(errand.clock),
      http: watchRequests(reach),
      secrets: secretsFrom(errand.secrets),
      paths: { home: errand.home },
      logger,
      env: {},
      agent: 'ana',
    },
    { host: 'test' },
  );
  const client = connectInProcess(engine, logger);
  reach('opened');
  await say({ at: 'opened', open: await openWrites(client) });
  for (const task of errand.tasks) await doTask(client, task);
  await client.call('outbox.drain', {});
  await say({ at: 'rest' });
  die();
}

async function doTask(client: Client, task: Task): Promise<void> {
  switch (task.do) {
    case 'commit': {
      const run = await commit(client, task.plan);
      await say({ at: 'committed', plan: task.plan.id, run });
      break;
    }
    case 'undo':
      await refusable(client.call('run.undo', { run: task.run }));
      break;
    case 'resolve':
      await client.call('outbox.resolve', { writes: task.writes, choice: task.choice });
      break;
    case 'retry':
      await client.call('outbox.retry', { writes: task.writes });
      break;
    case 'cancel':
      await client.call('outbox.cancel', { writes: task.writes });
      break;
    default:
      task satisfies never;
  }
}

/** The run of a plan; also where it was committed before the last death and only the answer was lost. */
async function commit(client: Client, plan: Extract<Task, { do: 'commit' }>['plan']): Promise<string> {
  try {
    return (await client.call('fix.commit', { plan, confirm: plan.orders.length })).run;
  } catch (thrown) {
    if (thrown instanceof UnstuckError && thrown.code === 'refused' && typeof thrown.meta['run'] === 'string')
      return thrown.meta['run'];
    throw thrown;
  }
}

async function refusable(call: Promise<unknown>): Promise<void> {
  try {
    await call;
  } catch (thrown) {
    if (!(thrown instanceof UnstuckError) || thrown.code !== 'refused') throw thrown;
  }
}

async function openWrites(client: Client): Promise<OpenWrite[]> {
  const { items } = await client.call('outbox.list', { states: ['unknown', 'conflict'], limit: 100 });
  return items.map(({ id, state, op, entity, said }) => {
    return { id, state, op, entity, undecidable: said?.code === 'undecidable' };
  });
}

function fastClock({ epoch, since, haste }: Errand['clock']): Clock {
  return {
    now: () => Math.floor(epoch + (Date.now() - since) * haste),
    sleep: (ms, signal) => delay(ms / haste, undefined, signal ? { signal } : {}).catch(quiet),
  };
}

function secretsFrom(known: Readonly<Record<string, string>>): Secrets {
  const kept = new Map(Object.entries(known));
  return {
    backend: 'memory',
    persistent: true,
    get: async (name) => kept.get(name) ?? null,
    set: async (name, value) => void kept.set(name, value),
    delete: async (name) => void kept.delete(name),
  };
}

/** Resolves once the message has left this process. */
function say(report: Report): Promise<void> {
  return new Promise((resolve, reject) => {
    if (!process.send) return reject(new Error('This process is forked by killAndRestart.'));
    process.send(report, undefined, undefined, (failed) => (failed ? reject(failed) : resolve()));
  });
}
