import type { Migration } from '../../migration.ts';

/** How many of each of its products the platform has left to give (Store API, ListInventories). */
export const platformStock: Migration = {
  version: 2,
  name: 'platform-stock',
  up: (db) =>
    db.exec(`
CREATE TABLE platform_stock (
  store INTEGER NOT NULL,
  product TEXT NOT NULL,
  available INTEGER NOT NULL,
  PRIMARY KEY (store, product)
) STRICT, WITHOUT ROWID;
`),
};
