import type Database from 'better-sqlite3';
import type { ReadableDb, WritableDb, WriteStatement } from './access.ts';
import { databaseError } from './database-error.ts';

const drivers = new WeakMap<ReadableDb, Database>();

/** The driver's handle as a connection whose failures are sentences. */
export function connect(driver: Database, access: 'read'): ReadableDb;
export function connect(driver: Database, access: 'write'): WritableDb;
export function connect(driver: Database, access: 'read' | 'write'): ReadableDb {
  const guard = <T>(work: () => T): T => {
    try {
      return work();
    } catch (thrown) {
      throw databaseError(thrown, driver.name);
    }
  };
  const guarded = <Bind extends unknown[], Row>(
    raw: Database.Statement<Bind, Row>,
  ): WriteStatement<Bind, Row> => ({
    get: (...bind) => guard(() => raw.get(...bind)),
    all: (...bind) => guard(() => raw.all(...bind)),
    run: (...bind) => guard(() => raw.run(...bind)),
    *iterate(...bind) {
      try {
        yield* raw.iterate(...bind);
      } catch (thrown) {
        throw databaseError(thrown, driver.name);
      }
    },
    pluck(on = true) {
      raw.pluck(on);
      return this;
    },
  });
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
      guarded(guard(() => driver.prepare<Bind extends unknown[] ? Bind : [Bind], Row>(sql))),
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

/** The driver's own handle, for the database machinery only: pragmas and backups. */
export function driverOf(db: ReadableDb): Database {
  const driver = drivers.get(db);
  if (!driver) throw new TypeError('This connection was not opened by openDatabase.');
  return driver;
}
