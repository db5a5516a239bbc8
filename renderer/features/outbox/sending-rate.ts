/** How many writes had come to their end at a moment, UTC ms. */
export interface Reading {
  readonly at: number;
  readonly ended: number;
}

/** What lies further back says nothing about how fast it goes now. */
const WINDOW_MS = 20_000;
/** A shorter time tells of a burst only. */
const LEAST_MS = 1_500;

/** The readings with one more, without those that are too old; begun anew where the count fell. */
export function withReading(readings: readonly Reading[], next: Reading): readonly Reading[] {
  const last = readings.at(-1);
  if (last && next.ended < last.ended) return [next];
  return [...readings.filter(({ at }) => next.at - at <= WINDOW_MS), next];
}

/** Writes that come to their end in a second; null: not enough was seen, or nothing moves. */
export function sendingRate(readings: readonly Reading[]): number | null {
  const [first] = readings;
  const last = readings.at(-1);
  if (!first || !last || last.at - first.at < LEAST_MS || last.ended === first.ended) return null;
  return ((last.ended - first.ended) * 1000) / (last.at - first.at);
}
