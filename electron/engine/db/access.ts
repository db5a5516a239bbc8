import type { RunResult } from 'better-sqlite3';

interface ReadStatement<Bind extends unknown[], Row> {
  get(...bind: Bind): Row | undefined;
  all(...bind: Bind): Row[];
  /** While rows are being taken the connection can do nothing else. */
  iterate(...bind: Bind): IterableIterator<Row>;
  /** The same statement, whose rows are the value of their first column. */
  pluck(on?: boolean): ReadStatement<Bind, Row>;
}
export interface WriteStatement<Bind extends unknown[], Row> extends ReadStatement<Bind, Row> {
  pluck(on?: boolean): WriteStatement<Bind, Row>;
  run(...bind: Bind): RunResult;
}

/** Binds by position as a tuple, or by name as one object. */
type Tuple<Bind> = Bind extends unknown[] ? Bind : [Bind];

/**
 * A connection that can only read: it has nothing that writes, and its file is opened read-only as well. All failures
 * of the file are thrown as `UnstuckError` (`damaged`, `disk`, `in_use`).
 */
export interface ReadableDb {
  readonly access: 'read' | 'write';
  /** The file. */
  readonly name: string;
  readonly open: boolean;
  readonly inTransaction: boolean;
  prepare<Bind extends unknown[] | object = unknown[], Row = unknown>(
    sql: string,
  ): ReadStatement<Tuple<Bind>, Row>;
  close(): void;
}

/** The one connection of a file that writes. Passing a `ReadableDb` where this is asked for does not compile. */
export interface WritableDb extends ReadableDb {
  readonly access: 'write';
  prepare<Bind extends unknown[] | object = unknown[], Row = unknown>(
    sql: string,
  ): WriteStatement<Tuple<Bind>, Row>;
  exec(sql: string): void;
}
