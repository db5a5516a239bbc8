/** What JSON can hold. */
type Json = string | number | boolean | null | undefined | readonly Json[] | { readonly [key: string]: Json };

// 32-bit odd multipliers with well spread bits: the golden ratio's, and one of the same kind for the second lane.
const FIRST = 0x9e3779b1;
const SECOND = 0x85ebca77;

/**
 * A fingerprint of a value: 53 bits, so that it is a number that SQLite and JavaScript both hold exactly. Equal values,
 * keys in the same order, have the same one; that two different ones do is as likely as one in 10^15. It goes over the
 * value itself, since writing 2 KB of JSON only to compare it takes as long as parsing them.
 */
export function digestOf(value: object | string): number {
  const lanes = { a: 0x2545f491, b: 0x1b873593 };
  // Interfaces without an index signature are JSON all the same.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  walk(value as Json, lanes);
  let { a, b } = lanes;
  a = Math.imul(a ^ (a >>> 16) ^ b, FIRST);
  b = Math.imul(b ^ (b >>> 15) ^ a, SECOND);
  a ^= a >>> 13;
  b ^= b >>> 16;
  return (b & 0x1f_ff_ff) * 0x1_0000_0000 + (a >>> 0);
}

interface Lanes {
  a: number;
  b: number;
}

function walk(value: Json, lanes: Lanes): void {
  if (typeof value === 'string') text(value, lanes);
  else if (typeof value === 'number') number(value, lanes);
  else if (value === null || value === undefined) mix(lanes, 1);
  else if (typeof value === 'boolean') mix(lanes, value ? 2 : 3);
  else if (isList(value)) {
    mix(lanes, value.length + 0x10000);
    for (const one of value) walk(one, lanes);
  } else {
    mix(lanes, 4);
    for (const key in value) walk(value[key], lanes);
    mix(lanes, 5);
  }
}

function isList(value: object): value is readonly Json[] {
  return Array.isArray(value);
}

function text(value: string, lanes: Lanes): void {
  const { length } = value;
  let { a, b } = lanes;
  a = Math.imul(a ^ length, FIRST);
  b = Math.imul(b ^ length, SECOND);
  const even = length & ~1;
  for (let at = 0; at < even; at += 2) {
    const pair = value.charCodeAt(at) | (value.charCodeAt(at + 1) << 16);
    a = Math.imul(a ^ pair, FIRST);
    b = Math.imul(b ^ pair, SECOND);
    a ^= a >>> 15;
    b ^= b >>> 13;
  }
  if (even < length) {
    const last = value.charCodeAt(even);
    a = Math.imul(a ^ last, FIRST);
    b = Math.imul(b ^ last, SECOND);
  }
  lanes.a = a;
  lanes.b = b;
}

function number(value: number, lanes: Lanes): void {
  if (!Number.isSafeInteger(value)) {
    text(String(value), lanes);
    return;
  }
  mix(lanes, value | 0);
  mix(lanes, Math.floor(value / 0x1_0000_0000));
}

function mix(lanes: Lanes, word: number): void {
  lanes.a = Math.imul(lanes.a ^ word, FIRST);
  lanes.a ^= lanes.a >>> 15;
  lanes.b = (Math.imul(lanes.b ^ word, SECOND) + 1) | 0;
  lanes.b ^= lanes.b >>> 13;
}
