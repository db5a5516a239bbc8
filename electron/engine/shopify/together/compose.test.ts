import * as fc from 'fast-check';
import { buildClientSchema, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { loadShopifySchema } from '../../../../scripts/shopify-schema.mjs';
import { ALL_DOCUMENTS } from '../documents/all-documents.ts';
import { TAGS_ADD } from '../documents/mutations.ts';
import { ORDER_TAGS } from '../documents/read-backs.ts';
import { compose, kindOf, partOf } from './compose.ts';

const schema = buildClientSchema(await loadShopifySchema());
// The token's probe asks for two things at once, and a bulk query has nobody beside it.
const single = ALL_DOCUMENTS.filter(({ name }) => !/Probe|^Bulk(Orders|Products)$/.test(name));
const operationOf = (document: (typeof single)[number]) => ({ document, variables: {} });
const ofKind = (kind: string) => single.map(operationOf).filter((each) => kindOf(each) === kind);

describe('operations in one document', () => {
  it.each(['query', 'mutation'])('are valid against Shopify’s schema, whichever %s they are', (kind) => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...ofKind(kind)), { minLength: 2, maxLength: 25 }),
        (operations) => {
          expect(validate(schema, parse(compose(operations).text)).map(({ message }) => message)).toEqual([]);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('keep their variables apart', () => {
    const { text, variables } = compose([
      { document: TAGS_ADD, variables: { id: 'gid://shopify/Order/1', tags: ['a'] } },
      { document: TAGS_ADD, variables: { id: 'gid://shopify/Order/2', tags: ['b'] } },
    ]);
    expect(variables).toEqual({
      id_0: 'gid://shopify/Order/1',
      tags_0: ['a'],
      id_1: 'gid://shopify/Order/2',
      tags_1: ['b'],
    });
    expect(text).toContain('a1: tagsAdd(id: $id_1, tags: $tags_1)');
  });

  it('each get their part of the answer, with their own errors and those of the whole', () => {
    const order = { id: 'gid://shopify/Order/1', updatedAt: '2026-11-24T00:00:00Z', tags: [] };
    const operations = [1, 2].map(() => ({ document: ORDER_TAGS, variables: {} }));
    const answer = {
      data: { a0: order, a1: null },
      errors: [
        { message: 'Internal error', path: ['a1'], extensions: { code: 'INTERNAL_SERVER_ERROR' } },
        { message: 'Slow', extensions: {} },
      ],
      cost: null,
      requestId: 'req-1',
    };
    const [first, second] = operations.map((operation, at) => partOf(answer, operation, at));
    expect(first).toMatchObject({ data: { order }, errors: [{ message: 'Slow' }], requestId: 'req-1' });
    expect(second).toMatchObject({
      data: { order: null },
      errors: [{ message: 'Internal error' }, { message: 'Slow' }],
    });
  });
});
