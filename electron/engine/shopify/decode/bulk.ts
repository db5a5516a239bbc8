import { z } from 'zod';
import { payload } from './payload.ts';
import { dateTime } from './scalars.ts';

/** UnsignedInt64 comes as text. */
const count = z.string().transform((text, context) => {
  const value = Number(text);
  if (text.trim() !== '' && Number.isSafeInteger(value) && value >= 0) return value;
  context.addIssue({ code: 'custom', message: 'expected a whole number such as 1200' });
  return z.NEVER;
});

const rawBulkOperation = z.object({
  id: z.string(),
  status: z.string(),
  createdAt: dateTime,
  errorCode: z.string().nullable(),
  objectCount: count,
  rootObjectCount: count,
  fileSize: count.nullable(),
  url: z.string().nullable(),
  partialDataUrl: z.string().nullable(),
});
export type RawBulkOperation = z.output<typeof rawBulkOperation>;

export const bulkRunAnswer = z
  .object({ bulkOperationRunQuery: payload({ bulkOperation: rawBulkOperation.nullable() }) })
  .transform((data) => data.bulkOperationRunQuery);
export type RawBulkRun = z.output<typeof bulkRunAnswer>;

export const bulkStateAnswer = z
  .object({ bulkOperation: rawBulkOperation.nullable() })
  .transform(({ bulkOperation }) => bulkOperation);

/** An operation that has ended meanwhile refuses to be cancelled. */
export const bulkCancelAnswer = z
  .object({ bulkOperationCancel: payload({}) })
  .transform((data) => ({ refused: data.bulkOperationCancel.userErrors.length > 0 }));

export const bulkMutationRunAnswer = z
  .object({ bulkOperationRunMutation: payload({ bulkOperation: rawBulkOperation.nullable() }) })
  .transform((data) => data.bulkOperationRunMutation);

const rawBulkMutation = rawBulkOperation.extend({ query: z.string() });
export type RawBulkMutation = z.output<typeof rawBulkMutation>;

export const bulkMutationsAnswer = z
  .object({ bulkOperations: z.object({ nodes: z.array(rawBulkMutation) }) })
  .transform(({ bulkOperations }) => bulkOperations.nodes);

export const stagedUploadAnswer = z
  .object({
    stagedUploadsCreate: payload({
      stagedTargets: z
        .array(
          z.object({
            url: z.string().nullable(),
            parameters: z.array(z.object({ name: z.string(), value: z.string() })),
          }),
        )
        .nullable(),
    }),
  })
  .transform((data) => data.stagedUploadsCreate);
export type RawStagedUpload = z.output<typeof stagedUploadAnswer>;
