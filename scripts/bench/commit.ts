import { join } from 'node:path';
import { journalMigrations } from '../../electron/engine/db/migrations/journal.ts';
import {
  openDatabase,
  transaction,
  type ReadableDb,
  type WritableDb,
} from '../../electron/engine/db/open.ts';
import { createOutbox } from '../../electron/engine/outbox/outbox.ts';
import type { Plan } from '../../shared/domain/plan.ts';
import { bareInsert, openBareTables } from './bare-table.ts';
import { BENCH_KEY, benchPorts, makeHome, quietLogger, removeHome } from './bench-home.ts';
import { drawPlan, planScope } from './draw-plan.ts';
import { LONG_TURNS, type Subject } from './lab.ts';
import { openBenchEngine } from './open-bench-engine.ts';
import { benchRow } from './row.ts';
import { median, spread } from './statistics.ts';
import { syntheticStore } from './synthetic-store.ts';
import { takeTurns, timed } from './take-turns.ts';

/**
 * Making a plan a run that no crash undoes: run, orders, writes, what undo needs, audit trail. Floor: the very same rows
 * into bare tables, in one transaction that reaches the disk just as surely.
 */
export const commit: Subject = {
  name: 'commit 10k writes',
  run: async (lab) => {
    const engine = await openBenchEngine(await lab.filled(planScope(lab)));
    const plan = await drawPlan(engine);
    await engine.close();
    const rows = await committedRows(plan);
    const columns = Object.fromEntries([...rows].map(([table, { columns: names }]) => [table, names]));
    const { floor, subject } = await takeTurns({
      turns: LONG_TURNS,
      floor: () =>
        inHome((home) => {
          const db = openBareTables(home, 'journal', columns);
          return { db, work: () => insertAll(db, rows) };
        }),
      subject: () => inHome((home) => commitIn(home, plan)),
    });
    lab.note(`  bare insert ${spread(floor)}; commit ${spread(subject)} for ${plan.writes.length} writes`);
    return [
      benchRow(
        { name: 'commit 10k writes', value: median(subject), unit: 'ms', floor: median(floor) },
        { ratio: 3, atMost: 300 },
      ),
    ];
  },
};

/** Opens a database in a folder of its own, times the work on it, and clears up. */
async function inHome(open: (home: string) => { db: ReadableDb; work: () => void }): Promise<number> {
  const home = makeHome();
  const { db, work } = open(home);
  const taken = await timed(work);
  db.close();
  removeHome(home);
  return taken;
}

function commitIn(home: string, plan: Plan): { db: WritableDb; work: () => void } {
  const db = openDatabase({ file: join(home, 'journal.db'), key: BENCH_KEY, migrations: journalMigrations });
  const { settings } = syntheticStore(0);
  const outbox = createOutbox({
    journal: db,
    clock: benchPorts(home).clock,
    random: () => 0,
    connections: { admin: () => Promise.reject(new Error('The benchmark sends nothing.')) },
    stores: { get: () => ({ scopes: [], redacted: [], settings }) },
    applySetting: () => undefined,
    logger: quietLogger,
    agent: 'bench',
    currentOrder: () => null,
  });
  return { db, work: () => void outbox.commit(plan) };
}

/** The rows of one table as lists of values. */
interface TableRows {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

/** What a commit of `plan` leaves in a journal, table by table. */
async function committedRows(plan: Plan): Promise<ReadonlyMap<string, TableRows>> {
  const home = makeHome();
  const { db, work } = commitIn(home, plan);
  work();
  const tables = db
    .prepare<[], string>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`,
    )
    .pluck()
    .all();
  const rows = new Map<string, TableRows>();
  for (const table of tables) {
    const found = db.prepare<[], Record<string, unknown>>(`SELECT * FROM "${table}"`).all();
    const [first] = found;
    if (first) rows.set(table, { columns: Object.keys(first), rows: found.map((row) => Object.values(row)) });
  }
  db.close();
  removeHome(home);
  return rows;
}

function insertAll(db: WritableDb, tables: ReadonlyMap<string, TableRows>): void {
  transaction(db, () => {
    for (const [table, { columns, rows }] of tables) {
      const insert = bareInsert(db, table, columns.length);
      for (const row of rows) insert(row);
    }
  });
}
