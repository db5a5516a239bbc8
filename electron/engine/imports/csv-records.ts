import type { ImportProblem } from '../../../shared/domain/import.ts';

/** A record of a CSV, or one that is none. `firstField`: as far as it can be read. */
export type CsvRecord =
  | { readonly kind: 'record'; readonly row: number; readonly values: readonly string[] }
  | {
      readonly kind: 'broken';
      readonly row: number;
      readonly problem: ImportProblem;
      readonly firstField: string;
    };

/** What separates the fields of a CSV, most likely first. */
const DELIMITERS = [',', ';', '\t', '|'] as const;
type Delimiter = (typeof DELIMITERS)[number];
/** The header of any list this app reads is shorter. */
const HEADER_CHARS = 64 * 1024;
/** A record that goes on for longer has a quotation mark too many. */
const RECORD_CHARS = 1024 * 1024;

/**
 * The records of a CSV (RFC 4180) that arrives in pieces, the header first. Fields are separated by whatever separates
 * those of the header, may be quoted and then hold line breaks. Blank lines are passed over. Rows are numbered as a
 * spreadsheet does, from 1.
 *
 * A record whose quotation marks do not add up is told, and reading goes on with the next line: what parsers commonly do,
 * to stay inside the quotation, costs every order after it.
 */
export async function* csvRecords(
  pieces: AsyncIterable<string> | Iterable<string>,
): AsyncGenerator<CsvRecord> {
  const { head, rest } = await firstLine(pieces);
  const delimiter = delimiterOf(head);
  let text = '';
  let row = 0;
  const take = function* (isLast: boolean): Generator<CsvRecord> {
    let from = 0;
    while (from < text.length) {
      const found = recordAt(text, from, delimiter, isLast);
      if (found === null) break;
      from = found.next;
      row += 1;
      if ('code' in found)
        yield { kind: 'broken', row, problem: { code: found.code }, firstField: found.firstField };
      else if (found.values.some((value) => value.trim() !== ''))
        yield { kind: 'record', row, values: found.values };
    }
    text = text.slice(from);
  };
  for await (const piece of rest) {
    text += piece;
    yield* take(false);
  }
  yield* take(true);
}

type Found =
  | { readonly values: readonly string[]; readonly next: number }
  | { readonly code: 'stray_quote' | 'open_quote'; readonly firstField: string; readonly next: number };

/** The record that begins at `start`; null: its end is still to come. */
function recordAt(text: string, start: number, delimiter: Delimiter, isLast: boolean): Found | null {
  const values: string[] = [];
  let at = start;
  const broken = (code: 'stray_quote' | 'open_quote'): Found | null => {
    const line = /[^\r\n]*(?:\r\n|\r|\n)?/y;
    line.lastIndex = start;
    const [whole = ''] = line.exec(text) ?? [];
    if (!isLast && !/[\r\n]$/.test(whole) && whole.length < RECORD_CHARS) return null;
    const [first = ''] = whole.split(delimiter, 1);
    return { code, firstField: first.replaceAll('"', '').trim(), next: start + whole.length };
  };
  for (;;) {
    let value: string;
    if (text[at] === '"') {
      const close = closingQuote(text, at + 1);
      if (close === -1 || (close === text.length - 1 && !isLast))
        return isLast || text.length - start > RECORD_CHARS ? broken('open_quote') : null;
      value = text.slice(at + 1, close).replaceAll('""', '"');
      at = close + 1;
    } else {
      const end = fieldEnd(text, at, delimiter);
      value = text.slice(at, end);
      at = end;
    }
    values.push(value);
    const char = text[at];
    if (char === delimiter) {
      at += 1;
      continue;
    }
    if (char === undefined) return isLast ? { values, next: at } : null;
    if (char === '\n') return { values, next: at + 1 };
    if (char !== '\r') return broken('stray_quote');
    // Whether a line feed follows is still to come.
    if (at === text.length - 1 && !isLast) return null;
    return { values, next: text[at + 1] === '\n' ? at + 2 : at + 1 };
  }
}

/** Where the quotation that was opened before `from` ends; -1: it does not. Two marks are one that is meant. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at !== -1 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}

function fieldEnd(text: string, from: number, delimiter: Delimiter): number {
  for (let at = from; at < text.length; at += 1) {
    const char = text[at];
    if (char === delimiter || char === '\n' || char === '\r') return at;
  }
  return text.length;
}

/** The delimiter that occurs most often in the header, outside of quotation marks. */
export function delimiterOf(header: string): Delimiter {
  const bare = header.replaceAll(/"[^"]*"/g, '');
  const counts = DELIMITERS.map((delimiter) => ({ delimiter, n: bare.split(delimiter).length }));
  const [first] = counts.toSorted((a, b) => b.n - a.n);
  return first?.delimiter ?? ',';
}

/** Reads until the first line is whole, and gives everything back with it. */
export async function firstLine(
  pieces: AsyncIterable<string> | Iterable<string>,
): Promise<{ readonly head: string; readonly rest: AsyncIterable<string> }> {
  const source = Symbol.asyncIterator in pieces ? pieces[Symbol.asyncIterator]() : pieces[Symbol.iterator]();
  let start = '';
  let end = -1;
  while (start.length < HEADER_CHARS && end === -1) {
    const next = await source.next();
    if (next.done) break;
    start += next.value;
    end = lineEnd(start);
  }
  async function* all(): AsyncGenerator<string> {
    if (start !== '') yield start;
    for (let next = await source.next(); !next.done; next = await source.next()) yield next.value;
  }
  return { head: end === -1 ? start : start.slice(0, end), rest: all() };
}

/** Where the first line that holds anything ends, outside of quotation marks; -1: not yet. */
function lineEnd(text: string): number {
  let isQuoted = false;
  let isBlank = true;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (char === '"') isQuoted = !isQuoted;
    if ((char === '\n' || char === '\r') && !isQuoted && !isBlank) return at;
    if (char !== '\n' && char !== '\r' && char !== ' ') isBlank = false;
  }
  return -1;
}
