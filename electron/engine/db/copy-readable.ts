import type Database from 'better-sqlite3';

export interface CopiedTable {
  readonly table: string;
  /** How many rows it got. */
  readonly rows: number;
  /** Whether all of it read. */
  readonly whole: boolean;
}

type Value = string | number | Buffer | null;
type Row = Readonly<Record<string, Value>>;

/** Rows of one table in the order of its key, and how to get at them where a part does not read. */
interface Source {
  rows(direction: 'ASC' | 'DESC'): IterableIterator<Row>;
  /** One row by its row number; null: the table has none. */
  readonly byNumber: ((number: number) => Row | undefined) | null;
  readonly lastNumber: () => number;
}

const NUMBER = '_row_number';

/**
 * Copies what can be read of the tables of `from` into those of `to`, which has the same schema and keeps what it has.
 * Around a page that does not read, rows are taken from both sides, then one by one.
 * @param tables in the order in which they are wanted
 */
export function copyReadable(
  from: Database,
  to: Database,
  tables: readonly string[],
): readonly CopiedTable[] {
  return tables.map((table) => copyTable(from, to, table));
}

/** The tables of a database, none of SQLite's own. */
export function tablesOf(db: Database): readonly string[] {
  return db
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
    )
    .pluck()
    .all();
}

function copyTable(from: Database, to: Database, table: string): CopiedTable {
  const there = new Set(columnsOf(from, table));
  const columns = columnsOf(to, table).filter((column) => there.has(column));
  if (columns.length === 0) return { table, rows: 0, whole: false };
  const names = columns.map(quote).join(', ');
  const insert = to.prepare<Value[], never>(
    `INSERT OR IGNORE INTO ${quote(table)} (${names}) VALUES (${columns.map(() => '?').join(', ')})`,
  );
  let rows = 0;
  const whole = eachReadable(sourceOf(from, table, names), (row) => {
    rows += insert.run(...columns.map((column) => row[column] ?? null)).changes;
  });
  return { table, rows, whole };
}

/** Calls `take` with every row that reads. @returns whether all did */
function eachReadable(source: Source, take: (row: Row) => void): boolean {
  let first = 0;
  let last = Infinity;
  const upwards = unlessUnreadable(() => {
    for (const row of source.rows('ASC')) {
      first = Number(row[NUMBER] ?? 0);
      take(row);
    }
    return true;
  });
  if (upwards) return true;
  unlessUnreadable(() => {
    for (const row of source.rows('DESC')) {
      last = Number(row[NUMBER] ?? 0);
      take(row);
    }
    return true;
  });
  const { byNumber } = source;
  // Where neither end reads, the root of the table does not, and no row can be reached.
  if (byNumber === null || (first === 0 && last === Infinity)) return false;
  const end = last === Infinity ? source.lastNumber() : last - 1;
  for (let number = first + 1; number <= end; number += 1) {
    const row = unlessUnreadable(() => byNumber(number));
    if (row) take(row);
  }
  return false;
}

function sourceOf(db: Database, table: string, names: string): Source {
  const withoutNumbers = db
    .prepare<[string], number>("SELECT wr FROM pragma_table_list WHERE schema = 'main' AND name = ?")
    .pluck()
    .get(table);
  if (withoutNumbers === 1) {
    const key = db
      .prepare<[string], string>('SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk')
      .pluck()
      .all(table)
      .map(quote);
    return {
      rows: (direction) =>
        db
          .prepare<[], Row>(
            `SELECT ${names} FROM ${quote(table)} ORDER BY ${key.map((k) => `${k} ${direction}`).join(', ')}`,
          )
          .iterate(),
      byNumber: null,
      lastNumber: () => 0,
    };
  }
  const select = `SELECT rowid AS ${NUMBER}, ${names} FROM ${quote(table)}`;
  const one = db.prepare<[number], Row>(`${select} WHERE rowid = ?`);
  return {
    rows: (direction) => db.prepare<[], Row>(`${select} ORDER BY rowid ${direction}`).iterate(),
    byNumber: (number) => one.get(number),
    lastNumber: () => lastGiven(db, table),
  };
}

/** The highest row number that was given, or, where that does not read, one that is high enough for any journal. */
function lastGiven(db: Database, table: string): number {
  try {
    const given = db.prepare<[string], number>('SELECT seq FROM sqlite_sequence WHERE name = ?').pluck();
    return given.get(table) ?? 100_000;
  } catch {
    return 100_000;
  }
}

function columnsOf(db: Database, table: string): readonly string[] {
  return db.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table);
}

function unlessUnreadable<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (thrown) {
    assertUnreadable(thrown);
    return undefined;
  }
}

function assertUnreadable(thrown: unknown): void {
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
  if (!code.startsWith('SQLITE_CORRUPT') && !code.startsWith('SQLITE_IOERR')) throw thrown;
}

function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
