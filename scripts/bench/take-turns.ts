import { setImmediate as letSignalsIn } from 'node:timers/promises';

/** One side of a comparison: does its work for the given turn and says how long it took, in milliseconds. */
export type Side = (turn: number) => number | Promise<number>;

export interface Turns {
  readonly floor: readonly number[];
  readonly subject: readonly number[];
}

/**
 * Floor and subject take turns in the same process, each going first every other time, so that whatever else the
 * machine does meets both alike. What runs before the first turn counts (turn -1, to warm up) is not in the result.
 */
export async function takeTurns(sides: {
  readonly turns: number;
  readonly floor: Side;
  readonly subject: Side;
  /** For sides that go through something that is there once only. */
  readonly warmUp?: boolean;
}): Promise<Turns> {
  const { turns, floor, subject, warmUp = true } = sides;
  const taken = { floor: [] as number[], subject: [] as number[] };
  for (let turn = warmUp ? -1 : 0; turn < turns; turn += 1) {
    // The work itself never waits for anything, so that Ctrl+C would have to wait for its end.
    await letSignalsIn();
    const floorFirst = turn % 2 === 0;
    const before = floorFirst ? await floor(turn) : null;
    const ofSubject = await subject(turn);
    const ofFloor = before ?? (await floor(turn));
    if (turn < 0) continue;
    taken.floor.push(ofFloor);
    taken.subject.push(ofSubject);
  }
  return taken;
}

/** How long `work` takes, in milliseconds. */
export async function timed(work: () => unknown): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}
