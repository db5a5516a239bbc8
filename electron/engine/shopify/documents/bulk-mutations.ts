import type {
  BulkMutationRunMutationVariables,
  BulkMutationsQueryVariables,
  StagedUploadMutationVariables,
} from '../admin-operations.generated.ts';
import {
  bulkMutationRunAnswer,
  bulkMutationsAnswer,
  type RawBulkMutation,
  type RawBulkRun,
  type RawStagedUpload,
  stagedUploadAnswer,
} from '../decode/bulk.ts';
import { OPERATION } from './bulk.ts';
import { type AdminDocument, adminDocument } from './document.ts';

/** Asks for a place where the lines of a bulk mutation are uploaded to. */
export const STAGED_UPLOAD: AdminDocument<StagedUploadMutationVariables, RawStagedUpload> = adminDocument(
  `#graphql
mutation StagedUpload($filename: String!) {
  stagedUploadsCreate(
    input: [{ resource: BULK_MUTATION_VARIABLES, filename: $filename, mimeType: "text/jsonl", httpMethod: POST }]
  ) {
    stagedTargets { url parameters { name value } }
    userErrors { field message }
  }
}`,
  stagedUploadAnswer,
);

/** Runs `mutation` once for each line of an uploaded file. */
export const BULK_MUTATION_RUN: AdminDocument<BulkMutationRunMutationVariables, RawBulkRun> = adminDocument(
  `#graphql
mutation BulkMutationRun($mutation: String!, $path: String!) {
  bulkOperationRunMutation(mutation: $mutation, stagedUploadPath: $path) {
    bulkOperation { ${OPERATION} }
    userErrors { field message code }
  }
}`,
  bulkMutationRunAnswer,
);

/** The app's newest bulk mutations, with their texts. */
export const BULK_MUTATIONS: AdminDocument<BulkMutationsQueryVariables, readonly RawBulkMutation[]> =
  adminDocument(
    `#graphql
query BulkMutations {
  bulkOperations(first: 20, query: "operation_type:mutation") {
    nodes { ${OPERATION} query }
  }
}`,
    bulkMutationsAnswer,
  );
