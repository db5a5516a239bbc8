import { hash } from 'node:crypto';
import type { AuditRow } from './audit-repo.ts';

/** What the first line of a trail is chained to. */
export const CHAIN_BEGINS = '';

/**
 * The hash of a line: SHA-256, as hex digits, over its columns in this order and the hash of the line before it.
 * Whoever changes, takes out, puts in or moves a line would have to write all later ones anew.
 */
export function chainHash(row: Omit<AuditRow, 'hash'>, previous: string): string {
  const { id, at, who, what, run, write, store, detail, reason, before, after, requestId, digest } = row;
  const columns = [id, at, who, what, run, write, store, detail, reason, before, after, requestId, digest];
  return hash('sha256', JSON.stringify([previous, ...columns]), 'hex');
}

/** edited: its own text or the hash that it follows is another · missing: so many lines before it were taken out. */
type Break =
  | { readonly id: number; readonly why: 'edited' }
  | { readonly id: number; readonly why: 'missing'; readonly lines: number };

/** What a trail proves about itself. */
export interface ChainVerdict {
  readonly lines: number;
  /** The first line that does not follow from the one before it; null: all do. */
  readonly firstBroken: Break | null;
  /** Lines lost with a damaged journal: gaps before a line that tells of its salvage. */
  readonly lost: number;
  /** The hash of the last line: kept elsewhere, it proves the whole trail up to here. */
  readonly head: string;
}

/**
 * Walks a trail from its first line.
 * @param rows in the order of their numbers, all of them
 * @param lastGiven the highest number that was ever given to a line, 0 for none: a cut tail is found by it
 * @param isSalvage whether a line tells that a damaged journal was salvaged: what is missing before it was lost in view
 */
export function verifyChain(
  rows: Iterable<AuditRow>,
  lastGiven: number,
  isSalvage: (row: AuditRow) => boolean,
): ChainVerdict {
  let previous = CHAIN_BEGINS;
  let expected = 1;
  let lines = 0;
  let edited: Break | null = null;
  let missing: Break | null = null;
  let gaps = 0;
  let lost = 0;
  for (const row of rows) {
    lines += 1;
    const gap = row.id - expected;
    if (gap > 0) {
      missing ??= { id: row.id, why: 'missing', lines: gap };
      gaps += gap;
    }
    // Behind lost lines nobody knows what the line followed, unless it was written after the loss.
    const follows = chainHash(row, previous) === row.hash;
    if (!follows && gap <= 0) edited ??= { id: row.id, why: 'edited' };
    if (isSalvage(row)) {
      lost += gaps;
      gaps = 0;
      missing = null;
    }
    previous = row.hash;
    expected = row.id + 1;
  }
  const cut = lastGiven - (expected - 1);
  if (cut > 0) missing ??= { id: expected, why: 'missing', lines: cut };
  return { lines, firstBroken: earlier(edited, missing), lost, head: previous };
}

function earlier(a: Break | null, b: Break | null): Break | null {
  if (!a || !b) return a ?? b;
  return a.id <= b.id ? a : b;
}
