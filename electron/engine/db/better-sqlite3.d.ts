/** The part of better-sqlite3 (13) that the engine uses; the package's own types are out of reach of its `exports`. */
declare module 'better-sqlite3' {
  class Database {
    constructor(file: string, options?: Database.Options);
    readonly name: string;
    readonly open: boolean;
    readonly inTransaction: boolean;
    prepare<Bind extends unknown[], Row>(sql: string): Database.Statement<Bind, Row>;
    exec(sql: string): this;
    pragma(text: string, options?: { simple?: boolean }): unknown;
    /** Off, as by default, SQLite refuses what could damage the file, `writable_schema` among it. */
    unsafeMode(on: boolean): this;
    close(): this;
  }
  namespace Database {
    interface Options {
      readonly?: boolean;
      fileMustExist?: boolean;
      /** Milliseconds to wait for a lock. */
      timeout?: number;
    }
    interface Statement<Bind extends unknown[], Row> {
      run(...bind: Bind): RunResult;
      get(...bind: Bind): Row | undefined;
      all(...bind: Bind): Row[];
      iterate(...bind: Bind): IterableIterator<Row>;
      pluck(on?: boolean): this;
    }
    interface RunResult {
      readonly changes: number;
      readonly lastInsertRowid: number | bigint;
    }
  }
  export = Database;
}
