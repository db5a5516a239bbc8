import { type Gid, GID_STARTS, type GidKind } from '../../../../shared/domain/ids.ts';

/** The number at its end, a third of its length; one that is written otherwise is kept as it is. */
export type PackedGid = number | string;

/** A Shopify id as it is kept inside a body. */
export function packGid<K extends GidKind>(kind: K, gid: Gid<K>): PackedGid {
  const start = GID_STARTS[kind];
  if (!gid.startsWith(start)) return gid;
  // Digit by digit: this runs three times for each line item.
  let number = 0;
  for (let at = start.length; at < gid.length; at += 1) {
    const digit = gid.charCodeAt(at) - ZERO;
    if (digit < 0 || digit > 9) return gid;
    number = number * 10 + digit;
  }
  const leadingZero = gid.charCodeAt(start.length) === ZERO;
  return number > 0 && number <= Number.MAX_SAFE_INTEGER && !leadingZero ? number : gid;
}

const ZERO = 48;

/** The id that `packGid` was given. */
export function unpackGid<K extends GidKind>(kind: K, packed: PackedGid): Gid<K> {
  // It was one when it was packed, and the file is authenticated.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return (typeof packed === 'number' ? `${GID_STARTS[kind]}${packed}` : packed) as Gid<K>;
}
