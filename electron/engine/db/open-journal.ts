import { UnstuckError } from '../../../shared/errors.ts';
import type { Clock } from '../ports.ts';
import type { WritableDb } from './access.ts';
import { backUpDaily } from './backup.ts';
import { isWhole } from './is-whole.ts';
import { journalMigrations } from './migrations/journal.ts';
import { openDatabase } from './open.ts';
import { salvageJournal, type Salvage } from './salvage-journal.ts';

export interface OpenedJournal {
  readonly db: WritableDb;
  /** What became of a damaged journal, to be told; null: it was whole. */
  readonly salvage: Salvage | null;
  /** Why today's backup could not be made; null: it was, or none was due. Work goes on without. */
  readonly backupProblem: string | null;
}

/**
 * Opens the journal, checked in full, and backs it up when its newest backup is a day old. A damaged one is salvaged.
 * @throws UnstuckError `damaged` when nothing of it and no backup reads (nothing is changed then), `newer_database`,
 * `disk` or `in_use`
 */
export function openJournalFile(options: {
  readonly file: string;
  /** 64 hex digits. */
  readonly key: string;
  readonly backupDir: string;
  readonly clock: Pick<Clock, 'now'>;
}): OpenedJournal {
  const { file, key, backupDir, clock } = options;
  const open = (): WritableDb =>
    openDatabase({ file, key, backupDir, clock, migrations: journalMigrations, kind: 'journal' });
  const whole = openWhole(open);
  const salvage = whole ? null : salvageJournal({ file, key, backupDir, now: clock.now() });
  const db = whole ?? open();
  const backupProblem = problemWith(() => backUpDaily({ db, key, dir: backupDir, now: clock.now() }));
  return { db, salvage, backupProblem };
}

function problemWith(backUp: () => unknown): string | null {
  try {
    backUp();
    return null;
  } catch (thrown) {
    if (thrown instanceof UnstuckError && thrown.code === 'disk') return thrown.message;
    throw thrown;
  }
}

/** null: it is damaged. */
function openWhole(open: () => WritableDb): WritableDb | null {
  try {
    const db = open();
    if (isWhole(db)) return db;
    db.close();
    return null;
  } catch (thrown) {
    if (thrown instanceof UnstuckError && thrown.code === 'damaged') return null;
    throw thrown;
  }
}
