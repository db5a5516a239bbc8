/** A header as people and programs write it, to compare by: `Lineitem compare-at price` → `lineitemcompareatprice`. */
function plainHeader(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '');
}

/** Where the column of this kind stands in a header, whatever of its names it has; -1: it is not there. */
export function columnIn(header: readonly string[], names: readonly string[]): number {
  const plain = header.map(plainHeader);
  return names.map((name) => plain.indexOf(plainHeader(name))).find((at) => at >= 0) ?? -1;
}
