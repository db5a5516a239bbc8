import { describe, expect, test } from 'vitest';
import { ENDED_STATES, WRITE_STATES, type WriteState } from '../../../shared/domain/write.ts';
import { transition, WRITE_EVENTS, type WriteEvent } from './transitions.ts';

/** Every legal step, written out a second time: whoever changes the table has to say so here too. */
const LEGAL = `
  queued send sending · queued take_local_effect applied · queued find_done applied · queued find_conflict conflict
  queued find_impossible rejected · queued postpone retry_wait · queued refuse_token blocked_auth · queued retry queued
  queued cancel cancelled · queued lose_dependency cancelled · queued declare_done applied · queued declare_void cancelled
  retry_wait send sending · retry_wait take_local_effect applied · retry_wait find_done applied
  retry_wait find_conflict conflict · retry_wait find_impossible rejected · retry_wait postpone retry_wait
  retry_wait refuse_token blocked_auth · retry_wait retry queued · retry_wait cancel cancelled
  retry_wait lose_dependency cancelled · retry_wait declare_done applied · retry_wait declare_void cancelled
  sending confirm applied · sending reject rejected · sending postpone retry_wait
  sending refuse_token blocked_auth · sending lose_answer unknown · sending find_interrupted unknown
  unknown prove_done applied · unknown disprove retry_wait · unknown reject rejected · unknown stay_unknown unknown
  unknown retry queued · unknown cancel cancelled · unknown declare_done applied · unknown declare_void cancelled
  conflict keep_mine queued · conflict keep_theirs cancelled · conflict keep_some queued · conflict retry queued · conflict cancel cancelled
  conflict lose_dependency cancelled
  blocked_auth reconnect queued · blocked_auth retry queued · blocked_auth cancel cancelled
  blocked_auth lose_dependency cancelled
  rejected retry queued · cancelled revive queued
`;

const legal = new Map(
  LEGAL.split(/[·\n]/)
    .map((step) => step.trim().split(/\s+/))
    .filter((words) => words.length === 3)
    .map(([from, event, to]) => [`${from} ${event}`, to]),
);
const everything = WRITE_STATES.flatMap((from) => WRITE_EVENTS.map((event) => ({ from, event })));

describe('the table of transitions', () => {
  test.each(everything)('$from, $event', ({ from, event }: { from: WriteState; event: WriteEvent }) => {
    expect(transition(from, event)).toBe(legal.get(`${from} ${event}`) ?? null);
  });

  test('an ended write comes back by the agent’s word only, and what took effect never', () => {
    const leaving = ENDED_STATES.flatMap((state) =>
      WRITE_EVENTS.filter((event) => transition(state, event) !== null).map((event) => `${state} ${event}`),
    );
    expect(leaving).toEqual(['rejected retry', 'cancelled revive']);
  });

  test('a write can only leave towards a store out of the queue, so that it is read before each send', () => {
    const senders = WRITE_STATES.filter((state) => transition(state, 'send') === 'sending');
    expect(senders).toEqual(['queued', 'retry_wait']);
  });

  test('every state can be reached from the queue', () => {
    const reached = new Set<WriteState>(['queued']);
    // A set also iterates over what is added on the way.
    for (const from of reached) {
      for (const event of WRITE_EVENTS) {
        const to = transition(from, event);
        if (to) reached.add(to);
      }
    }
    expect([...reached].toSorted()).toEqual([...WRITE_STATES].toSorted());
  });
});
