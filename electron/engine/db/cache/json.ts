/**
 * A value that this cache wrote itself, back from its column. No schema check: the file is authenticated, so what comes
 * out is what went in, and its version is known.
 */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the column's type is known to its repo only
export function stored<T>(column: string): T {
  const value: T = JSON.parse(column);
  return value;
}
