import type Database from 'better-sqlite3';

declare const access: unique symbol;

export interface ReadStatement<Bind extends unknown[], Row> {
  get(...bind: Bind): Row | undefined;
  all(...bind: Bind): Row[];
  iterate(...bind: Bind): IterableIterator<Row>;
  /** From now on rows are the value of their first column. */
  pluck(on?: boolean): this;
}
export interface WriteStatement<Bind extends unknown[], Row> extends ReadStatement<Bind, Row> {
  run(...bind: Bind): Database.RunResult;
}

/** A connection that can only read: nothing on it writes, and the file is opened read-only as well. */
export interface ReadableDb {
  readonly [access]: 'read' | 'write';
  /** The file. */
  readonly name: string;
  readonly open: boolean;
  readonly inTransaction: boolean;
  prepare<Bind extends unknown[] | object = unknown[], Row = unknown>(
    sql: string,
  ): Bind extends unknown[] ? ReadStatement<Bind, Row> : ReadStatement<[Bind], Row>;
  close(): void;
}

/** The one connection of a file that writes. Passing a `ReadableDb` where this is asked for does not compile. */
export interface WritableDb extends ReadableDb {
  readonly [access]: 'write';
  prepare<Bind extends unknown[] | object = unknown[], Row = unknown>(
    sql: string,
  ): Bind extends unknown[] ? WriteStatement<Bind, Row> : WriteStatement<[Bind], Row>;
  exec(sql: string): void;
}
