import {
  execute,
  getOperationAST,
  GraphQLError,
  Kind,
  parse,
  validate,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import type { ApiContext } from './context.ts';
import { costOf } from './cost.ts';
import type { Throttle } from './throttle.ts';

/** A GraphQL request as it arrives. */
export interface ApiRequest {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | null;
}

/** What goes back in the body; the Admin API answers refusals with HTTP 200, too. */
export type ApiAnswer = Readonly<Record<string, unknown>>;

/** No single query may cost more. */
const MAX_COST = 1_000;

const parsed = new Map<string, DocumentNode | readonly GraphQLError[]>();
const KEEP = 300;

/** The document, or why it is none; remembered, as clients send the same few over and over. */
function parseDocument(schema: GraphQLSchema, query: string): DocumentNode | readonly GraphQLError[] {
  const known = parsed.get(query);
  if (known !== undefined) return known;
  const result = parseAndValidate(schema, query);
  if (parsed.size >= KEEP) parsed.clear();
  parsed.set(query, result);
  return result;
}

function parseAndValidate(schema: GraphQLSchema, query: string): DocumentNode | readonly GraphQLError[] {
  try {
    const document = parse(query);
    const errors = validate(schema, document);
    return errors.length === 0 ? document : errors;
  } catch (error) {
    if (error instanceof GraphQLError) return [error];
    throw error;
  }
}

/** The names a fault rule can match: the operation's own and its root fields, and those of the bulk operation it starts. */
export function operationNames(request: ApiRequest): string[] {
  const names = namesIn(request.query, request.operationName);
  if (!names.some((name) => name.startsWith('bulkOperationRun'))) return names;
  const { query, mutation } = request.variables;
  return [query, mutation].reduce<string[]>(
    (all, inner) => (typeof inner === 'string' ? [...all, ...namesIn(inner, null)] : all),
    names,
  );
}

function namesIn(query: string, name: string | null): string[] {
  try {
    const operation = getOperationAST(parse(query), name);
    if (operation == null) return [];
    const fields = operation.selectionSet.selections.flatMap((each) =>
      each.kind === Kind.FIELD ? [each.name.value] : [],
    );
    return [...(operation.name === undefined ? [] : [operation.name.value]), ...fields];
  } catch {
    return [];
  }
}

/** Answers one request: parse, validate, price, take from the bucket, execute, give back what was not used. */
export async function answer(
  schema: GraphQLSchema,
  request: ApiRequest,
  context: ApiContext,
  throttle: Throttle,
): Promise<ApiAnswer> {
  const document = parseDocument(schema, request.query);
  if (!('kind' in document)) return { errors: document.map((error) => error.toJSON()) };
  const operation = getOperationAST(document, request.operationName);
  if (operation == null) return { errors: [{ message: 'No operation with this name.' }] };
  const cost = costOf(schema, document, operation, request.variables);
  if (cost.requested > MAX_COST) return tooExpensive(cost.requested);
  if (!throttle.take(cost.requested)) return throttled(cost.requested, throttle);
  const result = await execute({
    schema,
    document,
    contextValue: context,
    variableValues: request.variables,
    operationName: request.operationName,
  });
  const actual = Math.min(cost.requested, cost.actual(result.data));
  throttle.giveBack(cost.requested - actual);
  return {
    ...bodyOf(result),
    extensions: {
      cost: {
        requestedQueryCost: cost.requested,
        actualQueryCost: actual,
        throttleStatus: throttle.status(),
      },
      ...(context.searchWarnings.length === 0
        ? {}
        : { search: context.searchWarnings.map((message) => ({ warnings: [{ message }] })) }),
    },
  };
}

function bodyOf(result: ExecutionResult): ApiAnswer {
  return {
    ...(result.data === undefined ? {} : { data: result.data }),
    ...(result.errors === undefined ? {} : { errors: result.errors.map((error) => error.toJSON()) }),
  };
}

/** The answer to a request the bucket has no points for. */
export function throttled(requested: number, throttle: Throttle): ApiAnswer {
  return {
    errors: [
      {
        message: 'Throttled',
        extensions: { code: 'THROTTLED', documentation: 'https://shopify.dev/api/usage/rate-limits' },
      },
    ],
    extensions: {
      cost: { requestedQueryCost: requested, actualQueryCost: null, throttleStatus: throttle.status() },
    },
  };
}

function tooExpensive(requested: number): ApiAnswer {
  return {
    errors: [
      {
        message: `Query cost is ${requested}, which exceeds the single query max cost limit (${MAX_COST}).`,
        extensions: {
          code: 'MAX_COST_EXCEEDED',
          cost: requested,
          maxCost: MAX_COST,
          documentation: 'https://shopify.dev/api/usage/rate-limits#rate-limits',
        },
      },
    ],
  };
}
