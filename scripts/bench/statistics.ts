/** The value below which `share` (0 to 1) of the samples lie; the samples need not be sorted. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  const at = Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1);
  const value = sorted[Math.max(0, at)];
  if (value === undefined) throw new RangeError('There is no percentile of no samples.');
  return value;
}

export const median = (samples: readonly number[]): number => percentile(samples, 0.5);

/** `median (least to most, of how many)`, for people. */
export function spread(samples: readonly number[]): string {
  const show = (value: number): string => value.toPrecision(3);
  const [least, most] = [percentile(samples, 0), percentile(samples, 1)].map(show);
  return `${show(median(samples))} ms (${least} to ${most}, ${samples.length} turns)`;
}
