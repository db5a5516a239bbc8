import Table from 'cli-table3';
import type { Money } from '../../../shared/domain/money.ts';
import { minorDigits } from '../../../shared/domain/money.ts';
import { UnstuckError } from '../../../shared/errors.ts';

/** Where a command writes: `data` to standard output (JSON with --json, else a table), `note` to standard error. */
export interface Output {
  readonly json: boolean;
  data(value: unknown, forPeople: () => string): void;
  note(line: string): void;
}

export function createOutput(json: boolean, out: NodeJS.WriteStream, err: NodeJS.WriteStream): Output {
  return {
    json,
    data: (value, forPeople) => out.write(`${json ? JSON.stringify(value, null, 2) : forPeople()}\n`),
    note: (line) => err.write(`${line}\n`),
  };
}

/** A plain table without colours, so that it can be piped and pasted. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '(none)';
  const drawn = new Table({ head: [...head], style: { head: [], border: [], compact: true } });
  drawn.push(...rows.map((row) => [...row]));
  return drawn.toString();
}

export function money({ amountMinor, currency }: Money): string {
  const digits = minorDigits(currency);
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  return format.format(amountMinor / 10 ** digits);
}

export const sums = (values: readonly Money[]): string => values.map(money).join(' + ') || '–';

/** A moment in UTC, to the minute. */
export const time = (at: number | null): string =>
  at === null ? '–' : `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')}Z`;

/** Exit codes of contract.md. */
export const EXIT = { done: 0, failed: 1, badInput: 2, someFailed: 3, offline: 4 } as const;

export function exitCodeOf(thrown: unknown): number {
  if (!(thrown instanceof UnstuckError)) return EXIT.failed;
  switch (thrown.code) {
    case 'bad_input':
    case 'refused':
    case 'not_found':
      return EXIT.badInput;
    case 'offline':
    case 'unauthorized':
    case 'missing_scope':
      return EXIT.offline;
    case 'bad_answer':
    case 'in_use':
    case 'newer_database':
    case 'damaged':
    case 'disk':
    case 'cancelled':
    case 'protocol':
    case 'disconnected':
    case 'internal':
      return EXIT.failed;
    default:
      return thrown.code satisfies never;
  }
}
