import type { RetryTrouble } from '../../shared/domain/retry-rule.ts';
import type { Format } from './format.ts';

const orders = (n: number, f: Format): string =>
  `${f.number(n)} ${f.plural(n, { one: 'order', other: 'orders' })}`;

const troubles: Readonly<Record<RetryTrouble, string>> = {
  throttled: 'The store throttles',
  network: 'Nobody answers',
  server: 'The store has a fault of its own',
  answer: 'Something else comes than an answer',
  stale: 'What was read is out of date by then',
  unexpected: 'A fault of ours',
};

/** How runs are let go, and what became of their orders. */
export const enControl = {
  when: 'When',
  now: 'At once, in its turn',
  at: 'At a time …',
  beforeCutoff: (when: string): string => `Before the next cut-off, ${when}`,
  noCutoff: 'Before the next cut-off: no store has one',
  time: 'Start',
  past: 'This time is over: choose a later one.',
  stages: 'Try it first',
  allAtOnce: 'On all orders at once',
  trial: 'On 1, then 10, then the rest',
  stopAbove: 'Stop when more fail than',
  percent: '% of the orders tried',
  badShare: 'Give a whole number from 0 to 100.',
  late: (store: string, cutoff: string, needs: string, left: string): string =>
    `The cut-off of ${store} at ${cutoff} cannot be made: sending takes about ${needs}, ${left} are left. What is sent by then still counts.`,
  fits: (needs: string, left: string): string => `Takes about ${needs}; ${left} are left.`,

  held: 'Held back: paused, stopped or waiting for their time.',
  toSend: 'To be sent, in this order',
  over: 'Earlier',

  pause: 'Pause',
  resume: 'Resume',
  pauseHint: 'Nothing more of this run is sent; what is on its way comes to its end',
  stores: 'Store by store',
  pauseStore: (name: string): string => `Pause sending to ${name}`,
  resumeStore: (name: string): string => `Send to ${name} again`,
  first: 'Put first',
  inTurn: 'Back in its turn',
  firstHint: 'Ahead of all other runs; writes to one order keep their order',
  schedule: 'Schedule …',
  scheduleHint: 'Say when this run is sent',
  setSchedule: 'Set',
  keepSchedule: 'Leave it',
  cancelRest: 'Cancel the rest',
  cancelHint: 'Takes back what was not sent yet',
  cancelSure: (n: number, f: Format): string =>
    `${f.number(n)} ${f.plural(n, { one: 'write that was', other: 'writes that were' })} not sent will not be.`,
  cancelThem: 'Take them back',
  keepThem: 'Keep them',
  retryAll: 'Try all again',
  retryHint: 'What waits or was refused is tried again now, where that keeps the order',
  goOn: 'Go on all the same',
  stopped: (stage: number, of: number, failed: number, all: number, f: Format): string =>
    `Stopped in stage ${f.number(stage)} of ${f.number(of)}: ${f.number(failed)} of ${orders(all, f)} failed.`,
  stoppedText: (percent: number, f: Format): string =>
    `More than ${f.number(percent)} % failed, so nothing more is sent. Look at why below, then let it go on or take the rest back.`,
  stage: (stage: number, of: number, through: number, all: number, f: Format): string =>
    `Stage ${f.number(stage)} of ${f.number(of)}: ${f.number(through)} of ${orders(all, f)} through`,
  chips: {
    paused: 'paused',
    first: 'first',
    from: (when: string): string => `from ${when}`,
    before: (when: string): string => `before ${when}`,
    missed: (when: string): string => `missed ${when}`,
    stopped: 'stopped',
    stage: (stage: number, of: number, f: Format): string => `stage ${f.number(stage)} of ${f.number(of)}`,
  },
  tried: (n: number, most: number | null, f: Format): string =>
    most === null ? `tried ${f.number(n)} ×` : `tried ${f.number(n)} of ${f.number(most)}`,

  rules: 'What is tried again by itself',
  rulesHint: 'How often in a row, and for how long. What is given up is shown and can be tried again.',
  trouble: 'When',
  troubles,
  most: 'At most',
  times: 'times',
  within: 'for',
  hours: 'hours',
  always: 'no limit',

  checks: 'After the fix',
  check: {
    solved: 'solved',
    same_error: 'still stuck',
    other_error: 'stuck for something else',
    waiting: 'being watched',
    given_up: 'no word in a day',
  },
  checkCount: {
    solved: (n: number, f: Format): string => `${f.number(n)} solved`,
    same_error: (n: number, f: Format): string => `${f.number(n)} still stuck, same error`,
    other_error: (n: number, f: Format): string => `${f.number(n)} stuck for something else`,
    waiting: (n: number, f: Format): string => `${f.number(n)} being watched`,
    given_up: (n: number, f: Format): string => `${f.number(n)} without a word in a day`,
  },
  stuckFor: (type: string): string => `stuck: ${type}`,
  regressed: 'stuck again',
  regressedCount: (n: number, f: Format): string => `${f.number(n)} stuck again`,
  regressedTitle: 'Stuck again after it was solved.',
  regressedText: (when: string): string => `It got stuck again ${when}; a run had solved it before.`,
  toRun: 'Open that run',
};
