import type { Workbench } from '../workbench.ts';
import type { Ledger } from './ledger.ts';

/** From now on the journal's file takes no page more, or nothing at all; SQLite says so as it would of the disk. */
export function breakDisk(ledger: Ledger, { journal }: Workbench, how: 'full' | 'read-only'): void {
  ledger.disk = how;
  if (how === 'read-only') return journal.exec('PRAGMA query_only = ON');
  const pages = Number(journal.prepare('PRAGMA page_count').pluck().get());
  journal.exec(`PRAGMA max_page_count = ${pages}`);
}

export function mendDisk(ledger: Ledger, { journal }: Workbench): void {
  ledger.disk = 'fine';
  journal.exec('PRAGMA query_only = OFF; PRAGMA max_page_count = 1000000');
}
