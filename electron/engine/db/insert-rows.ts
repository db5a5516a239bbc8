import type { WritableDb } from './access.ts';

type Value = string | number | null;

/** Rows that one statement takes: more of them save nothing more. */
const AT_ONCE = 50;

/**
 * Prepares to insert many rows: most of what a row of ten thousand costs is its own statement.
 * @param into `INSERT INTO table (columns)`, without the values
 * @param columns how many there are
 * @returns takes the rows' values one row after the other; call it inside a transaction
 */
export function insertRows(
  db: WritableDb,
  into: string,
  columns: number,
): (values: readonly Value[]) => void {
  const row = `(${Array.from({ length: columns }, () => '?').join(', ')})`;
  const one = db.prepare(`${into} VALUES ${row}`);
  const many = db.prepare(`${into} VALUES ${Array.from({ length: AT_ONCE }, () => row).join(', ')}`);
  return (values) => {
    const full = columns * AT_ONCE;
    let at = 0;
    for (; at + full <= values.length; at += full) many.run(...values.slice(at, at + full));
    for (; at < values.length; at += columns) one.run(...values.slice(at, at + columns));
  };
}
