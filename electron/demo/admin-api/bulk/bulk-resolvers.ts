import { GraphQLError, Kind, OperationTypeNode, parse, validate, type DocumentNode } from 'graphql';
import { numberOfGid, toGid } from '../../gid.ts';
import { demoSchema } from '../../schema.graphql.ts';
import type { Field, TypeResolvers } from '../context.ts';
import { done, mutation, refuse } from '../mutations/mutation.ts';
import type { BulkOperation } from './bulk-operations.ts';

const schema = demoSchema();

/** Result links work for seven days. */
export const RESULT_LIFETIME_MS = 7 * 86_400_000;

const bulkOperation: Readonly<Record<string, Field<BulkOperation>>> = {
  id: (each) => toGid('BulkOperation', each.number),
  objectCount: (each) => String(each.objectCount),
  rootObjectCount: (each) => String(each.rootObjectCount),
  fileSize: (each) => (each.completedAt === null ? null : String(each.fileSize)),
  url: (each, _, { resultUrl }) =>
    each.status === 'COMPLETED' && each.objectCount > 0 ? resultUrl(each.number) : null,
  partialDataUrl: (each, _, { resultUrl }) =>
    ['FAILED', 'CANCELED', 'EXPIRED'].includes(each.status) && each.objectCount > 0
      ? resultUrl(each.number)
      : null,
};

const bulkMutations: TypeResolvers = {
  bulkOperationRunQuery: mutation<{ query: string; groupObjects: boolean }>(
    'bulkOperationRunQuery',
    ({ query, groupObjects }, context) => {
      const document = read(query);
      if (typeof document === 'string') return refuse(['query'], document, 'INVALID');
      try {
        const operation = context.bulk.runQuery(query, document, groupObjects, context);
        if (operation === 'LIMIT_REACHED')
          return refuse(
            null,
            'A bulk query operation for this app and shop is already in progress.',
            'LIMIT_REACHED',
          );
        return done({ bulkOperation: operation }, false);
      } catch (error) {
        if (error instanceof GraphQLError) return refuse(['query'], error.message, 'INVALID');
        throw error;
      }
    },
  ),

  bulkOperationRunMutation: mutation<{ mutation: string; stagedUploadPath: string }>(
    'bulkOperationRunMutation',
    ({ mutation: text, stagedUploadPath }, context) => {
      const document = read(text);
      if (typeof document === 'string') return refuse(['mutation'], document, 'INVALID_MUTATION');
      const operations = document.definitions.flatMap((each) =>
        each.kind === Kind.OPERATION_DEFINITION ? [each] : [],
      );
      if (operations.length !== 1 || operations[0]?.operation !== OperationTypeNode.MUTATION)
        return refuse(['mutation'], 'You must use a single mutation.', 'INVALID_MUTATION');
      const content = context.uploads.read(stagedUploadPath);
      if (content === null)
        return refuse(['stagedUploadPath'], 'The JSONL file could not be found.', 'NO_SUCH_FILE');
      const lines = content.toString('utf8');
      if (!isJsonLines(lines))
        return refuse(['stagedUploadPath'], 'The file is not valid JSONL.', 'INVALID_STAGED_UPLOAD_FILE');
      const operation = context.bulk.runMutation(text, document, lines, context);
      if (operation === 'LIMIT_REACHED')
        return refuse(
          null,
          'A bulk mutation operation for this app and shop is already in progress.',
          'LIMIT_REACHED',
        );
      return done({ bulkOperation: operation }, false);
    },
  ),

  bulkOperationCancel: mutation<{ id: string }>('bulkOperationCancel', ({ id }, { bulk }) => {
    const operation = bulk.find(numberOfGid(id, 'BulkOperation') ?? 0);
    if (operation === null) return refuse(['id'], 'Bulk operation does not exist');
    if (operation.completedAt !== null)
      return refuse(
        ['id'],
        `A bulk operation cannot be canceled when it is ${operation.status.toLowerCase()}`,
      );
    bulk.cancel(operation);
    return done({ bulkOperation: operation }, false);
  }),

  stagedUploadsCreate: mutation<{
    input: readonly { filename: string; httpMethod?: 'PUT' | 'POST' | null }[];
  }>('stagedUploadsCreate', ({ input }, { uploads }) =>
    done(
      { stagedTargets: input.map((each) => uploads.reserve(each.filename, each.httpMethod ?? 'PUT')) },
      false,
    ),
  ),
};

/** Resolvers of bulk operations, and the mutations that start, feed and end them. */
export const bulkResolvers = { BulkOperation: bulkOperation, mutations: bulkMutations };

/** The document, or the first reason why it is not valid. */
function read(text: string): DocumentNode | string {
  try {
    const document = parse(text);
    const [error] = validate(schema, document);
    return error === undefined ? document : error.message;
  } catch (error) {
    if (error instanceof GraphQLError) return error.message;
    throw error;
  }
}

function isJsonLines(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length === 0) return false;
  return lines.every((line) => {
    try {
      return typeof JSON.parse(line) === 'object';
    } catch {
      return false;
    }
  });
}
