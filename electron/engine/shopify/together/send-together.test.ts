import { describe, expect, it } from 'vitest';
import type { Attempt } from '../attempt.ts';
import type { Reading } from '../client.ts';
import { TAGS_ADD } from '../documents/mutations.ts';
import { ORDER_TAGS } from '../documents/read-backs.ts';
import type { Operation } from './compose.ts';
import { createTogether, MOST_TOGETHER } from './send-together.ts';

const idOf = ({ variables }: Operation): string => Object.values(variables).map(String)[0] ?? '';
const gidOf = (n: number): string => `gid://shopify/Order/${n}`;
const order = (id: string) => ({ id, updatedAt: '2026-11-24T00:00:00Z', tags: [id] });
const costOf = (requestedQueryCost: number) => ({
  requestedQueryCost,
  actualQueryCost: requestedQueryCost,
  throttleStatus: { maximumAvailable: 2000, currentlyAvailable: 2000, restoreRate: 100 },
});

/** A client that keeps the requests it was given and answers each by `answer`. */
function clientOf(answer: (requested: readonly Operation[]) => Attempt<never> | 'answered', pointsEach = 1) {
  const requests: string[][] = [];
  return {
    requests,
    exchange: async (operations: readonly Operation[]): Promise<readonly Reading[]> => {
      requests.push(operations.map(idOf));
      const outcome = answer(operations);
      if (outcome !== 'answered') return operations.map((): Reading => () => outcome);
      return operations.map((operation): Reading => (document) => {
        const data =
          document.name === 'OrderTags'
            ? { order: order(idOf(operation)) }
            : { tagsAdd: { node: order(idOf(operation)), userErrors: [] } };
        return {
          kind: 'answer',
          data: document.answer.parse(data),
          errors: [],
          cost: costOf(pointsEach * operations.length),
          requestId: null,
        };
      });
    },
  };
}

const refused: Attempt<never> = {
  kind: 'bad_answer',
  effect: 'none',
  errors: [],
  trouble: { code: 'verbatim', words: 'Variable $id is invalid' },
};

describe('what is asked in one moment', () => {
  it('leaves in one request, and each gets its own answer', async () => {
    const client = clientOf(() => 'answered');
    const together = createTogether(client);
    const answers = await Promise.all([1, 2, 3].map((n) => together.attempt(ORDER_TAGS, { id: gidOf(n) })));
    expect(client.requests).toHaveLength(1);
    expect(answers.map((it) => it.kind === 'answer' && it.data?.tags)).toEqual(
      [1, 2, 3].map((n) => [gidOf(n)]),
    );
  });

  it('is split into reads and mutations, and into requests of a bearable length', async () => {
    const client = clientOf(() => 'answered');
    const together = createTogether(client);
    await Promise.all([
      ...Array.from({ length: MOST_TOGETHER + 1 }, (_, n) => together.attempt(ORDER_TAGS, { id: gidOf(n) })),
      together.attempt(TAGS_ADD, { id: gidOf(99), tags: ['a'] }),
    ]);
    expect(client.requests.map(({ length }) => length).toSorted((a, b) => a - b)).toEqual([
      1,
      1,
      MOST_TOGETHER,
    ]);
  });

  it('never costs more than one request may, once its kind’s cost is known', async () => {
    const client = clientOf(() => 'answered', 300);
    const together = createTogether(client);
    await together.attempt(ORDER_TAGS, { id: gidOf(0) });
    await Promise.all([1, 2, 3, 4].map((n) => together.attempt(ORDER_TAGS, { id: gidOf(n) })));
    expect(client.requests.map(({ length }) => length)).toEqual([1, 3, 1]);
  });

  it('tells each its share of the points', async () => {
    const together = createTogether(clientOf(() => 'answered', 11));
    const points: number[] = [];
    await Promise.all(
      [1, 2].map((n) =>
        together.attempt(TAGS_ADD, { id: gidOf(n), tags: ['a'] }, { spent: (share) => points.push(share) }),
      ),
    );
    expect(points).toEqual([11, 11]);
  });

  it('is sent again in halves when it was refused before it ran, so that one bad operation stands alone', async () => {
    const bad = gidOf(5);
    const client = clientOf((all) => (all.some((each) => idOf(each) === bad) ? refused : 'answered'));
    const together = createTogether(client);
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) => together.attempt(TAGS_ADD, { id: gidOf(n), tags: ['a'] })),
    );
    expect(answers.map(({ kind }, n) => [n, kind]).filter(([, kind]) => kind !== 'answer')).toEqual([
      [5, 'bad_answer'],
    ]);
    const arrived = client.requests.filter((ids) => !ids.includes(bad)).flat();
    expect(arrived.toSorted((a, b) => a.localeCompare(b))).toEqual([0, 1, 2, 3, 4, 6, 7].map(gidOf));
  });

  it('is not sent again where it may have run', async () => {
    const client = clientOf(() => ({ kind: 'unclear', trouble: { code: 'not_sent' } }));
    const together = createTogether(client);
    const answers = await Promise.all(
      [1, 2].map((n) => together.attempt(TAGS_ADD, { id: gidOf(n), tags: ['a'] })),
    );
    expect(answers.map(({ kind }) => kind)).toEqual(['unclear', 'unclear']);
    expect(client.requests).toHaveLength(1);
  });
});
