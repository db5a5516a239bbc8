import * as fc from 'fast-check';

/** A text or file cut at any places. */
export function inPieces<T extends string | Uint8Array>(whole: T, cuts: readonly number[]): T[] {
  const at = [0, ...cuts.map((cut) => cut % (whole.length + 1)), whole.length].toSorted((a, b) => a - b);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a slice of a text is a text, of bytes are bytes
  return at.slice(1).map((end, i) => whole.slice(at[i], end) as T);
}

export const someCuts = fc.array(fc.nat(10_000), { maxLength: 6 });

/** As a file arrives. */
export async function* arriving<T>(pieces: readonly T[]): AsyncGenerator<T> {
  yield* pieces;
}

export async function allOf<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
