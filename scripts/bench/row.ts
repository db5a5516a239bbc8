/** What a measured value is held against: each part that is there must hold. */
export interface Goal {
  /** The subject's time as a multiple of its floor's. */
  readonly ratio?: number;
  /** Upper limit of the value, in the row's unit. */
  readonly atMost?: number;
  /** Lower limit of the value, in the row's unit. */
  readonly atLeast?: number;
}

/** One line of the result, as `npm run bench -- --json` prints it (contract.md). */
export interface BenchRow {
  readonly name: string;
  readonly value: number;
  readonly unit: 'ms' | 'orders/s' | 'MB' | '%' | 'rows';
  /** The same work without the engine, in the same unit, measured in turn with it; null: there is none. */
  readonly floor: number | null;
  /** How many times the floor's time the subject takes, in whatever unit; null: no floor. */
  readonly ratio: number | null;
  readonly goal: string;
  readonly ok: boolean;
}

/** A row whose ratio follows from its numbers and whose `ok` says whether they meet the goal. */
export function benchRow(
  measured: Pick<BenchRow, 'name' | 'value' | 'unit' | 'floor'>,
  goal: Goal,
): BenchRow {
  const { name, unit } = measured;
  const value = rounded(measured.value);
  const floor = measured.floor === null ? null : rounded(measured.floor);
  const ratio = ratioOf(measured);
  const ok =
    (goal.ratio === undefined || (ratio !== null && ratio <= goal.ratio)) &&
    (goal.atMost === undefined || measured.value <= goal.atMost) &&
    (goal.atLeast === undefined || measured.value >= goal.atLeast);
  return { name, value, unit, floor, ratio, goal: goalText(goal, unit), ok };
}

function ratioOf({ value, floor, unit }: Pick<BenchRow, 'value' | 'unit' | 'floor'>): number | null {
  if (floor === null) return null;
  return rounded(unit === 'orders/s' ? floor / value : value / floor);
}

function goalText({ ratio, atMost, atLeast }: Goal, unit: BenchRow['unit']): string {
  return [
    ...(ratio === undefined ? [] : [`<= ${ratio}x`]),
    ...(atMost === undefined ? [] : [`<= ${atMost} ${unit}`]),
    ...(atLeast === undefined ? [] : [`>= ${atLeast} ${unit}`]),
  ].join(', ');
}

/** Three digits that mean something: a benchmark has no more. */
function rounded(value: number): number {
  return value >= 1000 ? Math.round(value) : Number(value.toPrecision(3));
}
