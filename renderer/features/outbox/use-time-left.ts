import { useState } from 'react';
import { type Reading, sendingRate, withReading } from './sending-rate.ts';

/**
 * How long `waiting` writes take at the rate at which writes came to their end lately, ms; null: there is no telling.
 * @param latest writes that came to their end so far, and when that was read; null: something holds the others back, and
 *   a rate measured over a pause would be none
 */
export function useTimeLeft(waiting: number, latest: Reading | null): number | null {
  const [readings, setReadings] = useState<readonly Reading[]>([]);
  if (latest === null) {
    if (readings.length > 0) setReadings([]);
  } else if (readings.at(-1)?.at !== latest.at) setReadings(withReading(readings, latest));
  const rate = sendingRate(readings);
  return rate === null ? null : (waiting / rate) * 1000;
}
