import { append } from './append.ts';
import { boardSummary } from './board-summary.ts';
import { bulkIngest } from './bulk-ingest.ts';
import { commit } from './commit.ts';
import { diagnose } from './diagnose.ts';
import { drain } from './drain.ts';
import { duringIngest } from './during-ingest.ts';
import { idlePolling } from './idle-polling.ts';
import { killRestart } from './kill-restart.ts';
import type { Subject } from './lab.ts';
import { memory } from './memory.ts';
import { ordersIds } from './orders-ids.ts';
import { ordersPage } from './orders-page.ts';
import { pageIngest } from './page-ingest.ts';
import { plan } from './plan.ts';
import { reingestUnchanged } from './reingest-unchanged.ts';
import { search } from './search.ts';
import { start } from './start.ts';
import { waiting } from './waiting.ts';

/** Everything that is measured, in the order of the table. */
export const SUBJECTS: readonly Subject[] = [
  diagnose,
  bulkIngest,
  pageIngest,
  reingestUnchanged,
  boardSummary,
  ordersPage,
  ordersIds,
  search,
  duringIngest,
  append,
  idlePolling,
  memory,
  plan,
  commit,
  drain,
  start,
  waiting,
  killRestart,
];
