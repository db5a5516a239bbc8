import { parseWhole } from './arguments.ts';
import { EXIT, type Output } from './output.ts';

/** What WRITE is, for the help. */
export const WRITE = 'writes, by the numbers that “outbox” prints';

export const parseWrites = (texts: readonly string[]): number[] => texts.map(parseWhole('WRITE', 1));

/** A decision that came too late, or that the write's state does not take, is no success. */
export function decisionExit(output: Output, writes: readonly string[], changed: number): number {
  const left = new Set(writes).size - changed;
  if (left <= 0) return EXIT.done;
  output.note(
    `unstuck: ${left} of ${new Set(writes).size} writes stay as they are; “outbox” shows what state they are in.`,
  );
  return EXIT.someFailed;
}
