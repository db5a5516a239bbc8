import { buildSchema, type GraphQLSchema } from 'graphql';
import { codeTypes } from './schema/codes.graphql.ts';
import { inputTypes } from './schema/input.graphql.ts';
import { mutationTypes } from './schema/mutation.graphql.ts';
import { orderHistoryTypes } from './schema/order-history.graphql.ts';
import { orderTypes } from './schema/order.graphql.ts';
import { productTypes } from './schema/product.graphql.ts';
import { queryTypes } from './schema/query.graphql.ts';

/**
 * The demo merchants' Admin API schema: written by hand, as much as the app uses, and proven by
 * schema.test.ts to be a true subset of Shopify's own 2026-10 schema.
 */
export function demoSchema(): GraphQLSchema {
  return buildSchema(
    [queryTypes, codeTypes, orderTypes, orderHistoryTypes, productTypes, mutationTypes, inputTypes].join(
      '\n',
    ),
  );
}
