import { expect, test } from 'vitest';
import type { OrderState } from '../../../shared/domain/error-type.ts';
import { checkOutcome, nextLook, type Standing } from './check-outcome.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const since = Date.UTC(2026, 10, 24, 8);
const stands = (state: OrderState, more: Partial<Standing> = {}): Standing => ({
  state,
  errorType: state === 'stuck' ? 'postal_code_missing' : null,
  source: state === 'stuck' ? 'local' : null,
  overlaid: false,
  ...more,
});
const outcome = (standing: Standing | null, after = MINUTE) =>
  checkOutcome({ was: 'postal_code_missing', since }, standing, {
    now: since + after,
    graceMs: 15 * MINUTE,
  });

test.each<[string, Standing | null, string]>([
  ['that the platform has is solved', stands('synced'), 'solved'],
  ['that nothing wants any more is solved', stands('closed'), 'solved'],
  ['that is stuck for the same is still stuck', stands('stuck'), 'same_error'],
  [
    'that is stuck for something else says so',
    stands('stuck', { errorType: 'product_not_linked' }),
    'other_error',
  ],
  ['that the platform has not looked at yet is waited for', stands('waiting'), 'waiting'],
  ['whose write no read has shown yet is waited for', stands('stuck', { overlaid: true }), 'waiting'],
  ['that was not read at all is waited for', null, 'waiting'],
  [
    'of which the platform still says what it said before is waited for',
    stands('stuck', { source: 'platform' }),
    'waiting',
  ],
])('a fixed order %s', (_what, standing, expected) => {
  expect(outcome(standing)).toBe(expected);
});

test('what the platform still says after its grace period is what it says', () => {
  expect(outcome(stands('stuck', { source: 'platform' }), 16 * MINUTE)).toBe('same_error');
});

test('after a day without a word it is given up, visibly', () => {
  expect(outcome(stands('waiting'), 24 * HOUR)).toBe('given_up');
  expect(outcome(null, 23 * HOUR)).toBe('waiting');
});

test('it is looked at ever less often, and last when a day is over', () => {
  const looks: number[] = [];
  let now = since;
  for (let look = 0; now < since + 24 * HOUR; look += 1) {
    const next = nextLook(since, look, now);
    looks.push((next - now) / MINUTE);
    now = next;
  }
  expect(looks.slice(0, 8)).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
  expect(looks.length).toBeLessThan(40);
  expect(now).toBe(since + 24 * HOUR);
});
