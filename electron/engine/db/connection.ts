import type Database from 'better-sqlite3';
import { UnstuckError } from '../../../shared/errors.ts';
import type { ReadableDb, WritableDb, WriteStatement } from './access.ts';
import { databaseError } from './database-error.ts';
import { suspect } from './suspicion.ts';

const drivers = new WeakMap<ReadableDb, Database>();

/** The driver's handle as a connection whose failures are sentences. */
export function connect(driver: Database, access: 'read'): ReadableDb;
export function connect(driver: Database, access: 'write'): WritableDb;
export function connect(driver: Database, access: 'read' | 'write'): ReadableDb {
  const guard = <T>(work: () => T): T => {
    try {
      return work();
    } catch (thrown) {
      throw failure(thrown, driver.name);
    }
  };
  const compile = compilerOf(driver);
  const statement = <Bind extends unknown[], Row>(
    sql: string,
    plucked: boolean,
  ): WriteStatement<Bind, Row> => {
    const compiled = guard(() => compile<Bind, Row>(sql, plucked));
    return {
      // Without `guard`: these run several times for every order.
      get: (...bind) => {
        try {
          return compiled.get(...bind);
        } catch (thrown) {
          throw failure(thrown, driver.name);
        }
      },
      all: (...bind) => {
        try {
          return compiled.all(...bind);
        } catch (thrown) {
          throw failure(thrown, driver.name);
        }
      },
      run: (...bind) => {
        try {
          return compiled.run(...bind);
        } catch (thrown) {
          throw failure(thrown, driver.name);
        }
      },
      *iterate(...bind) {
        try {
          // One of its own: the shared one must not be left half-way through its rows.
          yield* driver
            .prepare<Bind, Row>(sql)
            .pluck(plucked)
            .iterate(...bind);
        } catch (thrown) {
          throw failure(thrown, driver.name);
        }
      },
      pluck: (on = true) => statement(sql, on),
    };
  };
  const connection = {
    access,
    name: driver.name,
    get open() {
      return driver.open;
    },
    get inTransaction() {
      return driver.inTransaction;
    },
    prepare: <Bind extends unknown[] | object, Row>(sql: string) =>
      statement<Bind extends unknown[] ? Bind : [Bind], Row>(sql, false),
    exec(sql: string) {
      guard(() => driver.exec(sql));
    },
    close() {
      driver.close();
    },
  };
  drivers.set(connection, driver);
  return connection;
}

function failure(thrown: unknown, file: string): unknown {
  const error = databaseError(thrown, file);
  if (error instanceof UnstuckError && error.code === 'damaged') suspect(file);
  return error;
}

/**
 * Compiles each statement once. Repos prepare theirs anew for every batch, which would otherwise take longer than
 * running them.
 */
function compilerOf(driver: Database) {
  const compiled = new Map<string, unknown>();
  return <Bind extends unknown[], Row>(sql: string, plucked: boolean): Database.Statement<Bind, Row> => {
    const key = `${plucked ? 'value' : 'row'}:${sql}`;
    const known = compiled.get(key);
    // The same text has the same parameters and columns, whoever prepares it.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    if (known !== undefined) return known as Database.Statement<Bind, Row>;
    const statement = driver.prepare<Bind, Row>(sql);
    if (plucked) statement.pluck(true);
    compiled.set(key, statement);
    return statement;
  };
}

/** The driver's own handle, for the database machinery only: pragmas and backups. */
export function driverOf(db: ReadableDb): Database {
  const driver = drivers.get(db);
  if (!driver) throw new TypeError('This connection was not opened by openDatabase.');
  return driver;
}
