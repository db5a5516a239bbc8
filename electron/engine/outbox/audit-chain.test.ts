import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CHAIN_BEGINS, chainHash, verifyChain } from './audit-chain.ts';
import type { AuditRow } from './audit-repo.ts';

/**
 * The trail proves itself: whatever somebody edits, takes out, puts in or moves in the file, the first line that it
 * shows at is named. What it cannot prove: that nobody who knows the database's key wrote all of it anew.
 */
type Line = Omit<AuditRow, 'id' | 'hash'>;

const text = fc.option(fc.string({ maxLength: 12 }), { nil: null });
const line: fc.Arbitrary<Line> = fc.record({
  at: fc.nat(),
  who: fc.constantFrom('ana', 'unstuck'),
  what: fc.constantFrom('run_committed', 'write_applied', 'journal_salvaged'),
  run: text,
  write: fc.option(fc.nat(), { nil: null }),
  store: text,
  detail: text,
  reason: text,
  before: text,
  after: text,
  requestId: text,
  digest: text,
});
const lines = fc.array(line, { minLength: 1, maxLength: 30 });

function chained(from: readonly Line[]): readonly AuditRow[] {
  let previous = CHAIN_BEGINS;
  return from.map((columns, at) => {
    const row = { id: at + 1, ...columns };
    previous = chainHash(row, previous);
    return { ...row, hash: previous };
  });
}

const noSalvage = (): boolean => false;
const verdictOn = (rows: readonly AuditRow[], given: number) => verifyChain(rows, given, noSalvage);
/** A trail and one of its places. */
const trailAndPlace = lines.chain((from) =>
  fc.record({ rows: fc.constant(chained(from)), place: fc.nat({ max: from.length - 1 }) }),
);

describe('an audit trail', () => {
  test('that nobody touched is whole', () => {
    fc.assert(
      fc.property(lines, (from) => {
        const rows = chained(from);
        expect(verdictOn(rows, rows.length)).toEqual({
          lines: rows.length,
          firstBroken: null,
          lost: 0,
          head: rows.at(-1)?.hash,
        });
      }),
    );
  });

  test('names the line in which any column was edited', () => {
    const edit = fc.constantFrom<(row: AuditRow) => AuditRow>(
      (row) => ({ ...row, at: row.at + 1 }),
      (row) => ({ ...row, who: `${row.who}!` }),
      (row) => ({ ...row, what: `${row.what}!` }),
      (row) => ({ ...row, run: `${row.run ?? ''}!` }),
      (row) => ({ ...row, write: (row.write ?? 0) + 1 }),
      (row) => ({ ...row, store: `${row.store ?? ''}!` }),
      (row) => ({ ...row, detail: row.detail === null ? '' : null }),
      (row) => ({ ...row, reason: `${row.reason ?? ''}!` }),
      (row) => ({ ...row, before: `${row.before ?? ''}!` }),
      (row) => ({ ...row, after: `${row.after ?? ''}!` }),
      (row) => ({ ...row, requestId: `${row.requestId ?? ''}!` }),
      (row) => ({ ...row, digest: `${row.digest ?? ''}!` }),
      (row) => ({ ...row, hash: 'f'.repeat(64) }),
    );
    fc.assert(
      fc.property(trailAndPlace, edit, ({ rows, place }, change) => {
        const touched = rows.map((row, at) => (at === place ? change(row) : row));
        expect(verdictOn(touched, rows.length).firstBroken).toMatchObject({ id: place + 1, why: 'edited' });
      }),
    );
  });

  test('misses a line that was taken out, the last one too', () => {
    fc.assert(
      fc.property(trailAndPlace, ({ rows, place }) => {
        const touched = rows.filter((_row, at) => at !== place);
        const id = place === rows.length - 1 ? place + 1 : place + 2;
        expect(verdictOn(touched, rows.length).firstBroken).toEqual({ id, why: 'missing', lines: 1 });
      }),
    );
  });

  test('finds a line that was put in, and where later ones were numbered anew', () => {
    fc.assert(
      fc.property(trailAndPlace, line, ({ rows, place }, forged) => {
        const put: AuditRow = { ...forged, id: place + 1, hash: rows[place]?.hash ?? '' };
        const moved = rows.slice(place).map((row) => ({ ...row, id: row.id + 1 }));
        const touched = [...rows.slice(0, place), put, ...moved];
        expect(verdictOn(touched, rows.length + 1).firstBroken).toMatchObject({ why: 'edited' });
      }),
    );
  });

  test('finds two lines that changed places', () => {
    fc.assert(
      fc.property(trailAndPlace, fc.nat({ max: 29 }), ({ rows, place }, other) => {
        const [a, b] = [rows[place], rows[other % rows.length]];
        fc.pre(a !== undefined && b !== undefined && a !== b);
        if (!a || !b) return;
        const touched = rows.map((row) =>
          row === a ? { ...b, id: a.id } : row === b ? { ...a, id: b.id } : row,
        );
        expect(verdictOn(touched, rows.length).firstBroken?.id).toBe(Math.min(a.id, b.id));
      }),
    );
  });

  test('tells what was lost with a damaged journal apart from what was taken out or edited', () => {
    fc.assert(
      fc.property(trailAndPlace, line, ({ rows, place }, columns) => {
        const left = rows.filter((_row, at) => at !== place);
        const told = { ...columns, what: 'journal_salvaged', id: rows.length + 1 };
        const salvage = { ...told, hash: chainHash(told, left.at(-1)?.hash ?? CHAIN_BEGINS) };
        const isSalvage = ({ id }: AuditRow): boolean => id === salvage.id;
        const verdictOfAll = (trail: readonly AuditRow[]) => verifyChain(trail, salvage.id, isSalvage);
        expect(verdictOfAll([...left, salvage])).toMatchObject({ firstBroken: null, lost: 1 });
        const [first, ...others] = left;
        if (first?.id !== 1) return;
        const edited = [{ ...first, at: first.at + 1 }, ...others, salvage];
        expect(verdictOfAll(edited).firstBroken).toMatchObject({ id: 1, why: 'edited' });
      }),
    );
  });
});
