import type { RunId, StoreId, WriteId } from '../../../shared/domain/ids.ts';
import { transaction, type WritableDb } from '../db/open.ts';
import { type AlikeConflicts, createAlikeConflicts } from './alike-conflicts.ts';
import { type AuditRepo, createAuditRepo } from './audit-repo.ts';
import { type BulkSendsRepo, createBulkSendsRepo } from './bulk/bulk-sends-repo.ts';
import { type ChecksRepo, createChecksRepo } from './checks-repo.ts';
import { createMarksRepo, type MarksRepo } from './marks-repo.ts';
import { createPausesRepo, type PausesRepo } from './pauses-repo.ts';
import { createRunControlRepo, type RunControlRepo } from './run-control-repo.ts';
import { createRunsRepo, type RunsRepo } from './runs-repo.ts';
import { createStagedOrdersRepo, type StagedOrdersRepo } from './staged-orders-repo.ts';
import { createTriesRepo, type TriesRepo } from './tries-repo.ts';
import { createTurns, type Turns } from './turns.ts';
import type { WriteRecord } from './write-record.ts';
import { createWritesRepo, type WritesRepo } from './writes-repo.ts';

/** A write as it is after a transaction that moved it, with the orders that it serves: read once for all who need it. */
export interface MovedWrite {
  readonly write: WriteRecord;
  readonly orders: readonly string[];
}

/** What one transaction moved. */
interface Moved {
  readonly writes: readonly MovedWrite[];
  readonly settings: ReadonlySet<StoreId>;
  /** Runs of which more may be sent now than before. */
  readonly released: ReadonlySet<RunId>;
  /** Pauses, or what an agent only reads: nothing that changes a projection. */
  readonly other: boolean;
}

/** The outbox's tables, and the one way to change them: in a transaction whose outcome is told once it is durable. */
export interface Journal {
  readonly db: WritableDb;
  readonly writes: WritesRepo;
  readonly runs: RunsRepo;
  readonly marks: MarksRepo;
  readonly audit: AuditRepo;
  readonly alike: AlikeConflicts;
  readonly pauses: PausesRepo;
  readonly control: RunControlRepo;
  readonly staged: StagedOrdersRepo;
  readonly checks: ChecksRepo;
  readonly tries: TriesRepo;
  readonly turns: Turns;
  readonly bulk: BulkSendsRepo;
  /** Runs `work` in one IMMEDIATE transaction (joining one that is open), then tells the listeners what it moved. */
  change<T>(work: (note: ChangeNotes) => T): T;
  onMoved(listener: (moved: Moved) => void): void;
}

/** How work inside a transaction says what it moved. */
interface ChangeNotes {
  write(id: WriteId): void;
  /** The same of one whose row nobody needs to read again. */
  moved(write: MovedWrite): void;
  settings(store: StoreId): void;
  released(run: RunId): void;
  other(): void;
}

/** Prepares the outbox's statements on an open journal. */
export function openJournal(db: WritableDb): Journal {
  const listeners: ((moved: Moved) => void)[] = [];
  const control = createRunControlRepo(db);
  // A write that is null here moved, and has to be read for how it is by now.
  let open: {
    writes: Map<WriteId, MovedWrite | null>;
    settings: Set<StoreId>;
    released: Set<RunId>;
    other: boolean;
  } | null = null;
  const notes: ChangeNotes = {
    write: (id) => void open?.writes.set(id, null),
    moved: (moved) => void open?.writes.set(moved.write.id, moved),
    settings: (store) => void open?.settings.add(store),
    released: (run) => void open?.released.add(run),
    other: () => {
      if (open) open.other = true;
    },
  };
  const writes = createWritesRepo(db);
  const readAnew = (id: WriteId): MovedWrite | null => {
    const write = writes.get(id);
    return write && { write, orders: writes.orders(id) };
  };
  return {
    db,
    writes,
    runs: createRunsRepo(db),
    marks: createMarksRepo(db),
    audit: createAuditRepo(db),
    alike: createAlikeConflicts(db),
    pauses: createPausesRepo(db),
    control,
    staged: createStagedOrdersRepo(db),
    checks: createChecksRepo(db),
    tries: createTriesRepo(db),
    turns: createTurns(db, control),
    bulk: createBulkSendsRepo(db),
    change: (work) => {
      if (open) return work(notes);
      const moved = {
        writes: new Map<WriteId, MovedWrite | null>(),
        settings: new Set<StoreId>(),
        released: new Set<RunId>(),
        other: false,
      };
      open = moved;
      let result;
      try {
        result = transaction(db, () => work(notes));
      } finally {
        open = null;
      }
      const { settings, released, other } = moved;
      if (moved.writes.size + settings.size + released.size > 0 || other) {
        const known = [...moved.writes].flatMap(([id, write]) => write ?? readAnew(id) ?? []);
        for (const tell of listeners) tell({ writes: known, settings, released, other });
      }
      return result;
    },
    onMoved: (listener) => void listeners.push(listener),
  };
}
