import { ORDER_STATES } from '../../shared/domain/error-type.ts';
import { copyHome, removeHome } from './bench-home.ts';
import { BATCH } from './lab.ts';
import type { MemoryTask } from './memory.ts';
import { CALL, openBenchEngine } from './open-bench-engine.ts';
import { pagesOf, parsePage, takeIn } from './pages.ts';
import { openWorkspace, type WorkspaceSpec } from './workspace.ts';

// memory.ts starts it.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
const [task, given, text, skipped] = process.argv.slice(2) as [MemoryTask, string, string, string];
const spec: WorkspaceSpec = JSON.parse(text);
await (task === 'open' ? ask() : load(task));
// Kilobytes, on every system.
console.log(process.resourceUsage().maxRSS / 1024);

async function ask(): Promise<void> {
  const { handlers, close } = await openBenchEngine(given);
  for (let turn = 0; turn < 20; turn += 1) {
    await handlers['board.summary']({}, CALL);
    const { ids } = await handlers['orders.ids']({ filter: { states: [...ORDER_STATES] } }, CALL);
    const from = Math.floor((turn / 20) * ids.length);
    await handlers['orders.page']({ ids: [...ids.subarray(from, from + 200)] }, CALL);
    const filter = { states: [...ORDER_STATES], query: 'country:FR chloé' };
    await handlers['orders.ids']({ filter, sort: 'newest', limit: 1000 }, CALL);
  }
  await close();
}

async function load(what: 'parse' | 'ingest'): Promise<void> {
  const pages = pagesOf(spec, BATCH, Number(skipped));
  if (what === 'parse') {
    for (const page of pages) parsePage(page);
    return;
  }
  const home = copyHome(given);
  const workspace = await openWorkspace(home, spec);
  for (const page of pages) await takeIn(workspace, page);
  workspace.databases.close();
  removeHome(home);
}
