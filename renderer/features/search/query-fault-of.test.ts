import { expect, it } from 'vitest';
import { UnstuckError } from '../../../shared/errors.ts';
import { queryFaultOf } from './query-fault-of.ts';

const refused = (meta: Record<string, unknown>): UnstuckError =>
  new UnstuckError('bad_input', 'Search: there is no filter “ciy”.', { meta });

it('tells where a search is wrong, and what it is', () => {
  const problem = { kind: 'unknown_filter', given: 'ciy' };
  expect(queryFaultOf(refused({ field: 'query', at: 4, length: 3, problem }))).toEqual({
    fault: { at: 4, length: 3, problem },
    message: 'Search: there is no filter “ciy”.',
  });
});

it('keeps the sentence of a refusal that it cannot place', () => {
  expect(queryFaultOf(refused({ problem: { kind: 'something_new' } }))).toEqual({
    fault: null,
    message: 'Search: there is no filter “ciy”.',
  });
});

it('leaves failures that are none of the search’s own to others', () => {
  expect(queryFaultOf(new UnstuckError('disk', 'The disk is full.'))).toBeNull();
  expect(queryFaultOf(null)).toBeNull();
});
