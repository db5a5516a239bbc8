import { openEngine } from '../../electron/engine/engine.ts';
import { systemClock } from '../../electron/hosts/node-ports.ts';
import { BENCH_KEY, benchPorts } from './bench-home.ts';
import { CALL } from './open-bench-engine.ts';

// waiting.ts starts it.
const [home = ''] = process.argv.slice(2);
const ports = benchPorts(home);
// With a token, so that it is the network that fails; and with time that passes, or the wait for it would have no end.
const get = async (name: string): Promise<string> => (name === 'database-key' ? BENCH_KEY : 'shpat_bench');
const { handlers, close } = await openEngine(
  { ...ports, clock: systemClock, secrets: { ...ports.secrets, get } },
  { host: 'bench' },
);
for (let turn = 0; turn < 3; turn += 1) {
  await handlers['outbox.drain']({}, CALL);
  await handlers['outbox.list']({ limit: 200 }, CALL);
  await handlers['runs.list']({}, CALL);
  await handlers['board.summary']({}, CALL);
}
// Kilobytes, on every system.
console.log(process.resourceUsage().maxRSS / 1024);
await close();
