import { boardSummary } from './board-summary.ts';
import { commit } from './commit.ts';
import { diagnose } from './diagnose.ts';
import { ingest } from './ingest.ts';
import type { Subject } from './lab.ts';
import { ordersIds } from './orders-ids.ts';
import { ordersPage } from './orders-page.ts';
import { plan } from './plan.ts';
import { reingestUnchanged } from './reingest-unchanged.ts';
import { start } from './start.ts';

/** Everything that is measured, in the order of the table. */
export const SUBJECTS: readonly Subject[] = [
  diagnose,
  ingest,
  reingestUnchanged,
  boardSummary,
  ordersPage,
  ordersIds,
  plan,
  commit,
  start,
];
