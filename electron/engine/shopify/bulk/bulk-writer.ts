import { clause } from '../../../../shared/domain/sentence.ts';
import { failed } from '../../../../shared/failed.ts';
import type { Attempt } from '../attempt.ts';
import type { AdminClient } from '../client.ts';
import { BULK_STATE } from '../documents/bulk.ts';
import { BULK_MUTATION_RUN, BULK_MUTATIONS, STAGED_UPLOAD } from '../documents/bulk-mutations.ts';
import type { BulkFile, BulkOperation } from '../store-api.ts';
import { openResult } from './open-result.ts';
import { toOperation } from './to-operation.ts';

/** Bulk mutations of one store (https://shopify.dev/docs/api/usage/bulk-operations/imports). Throws `UnstuckError`. */
export interface BulkWriter {
  /** Puts lines of variables where Shopify reads them, and says where that is. Has no other effect. */
  upload(name: string, lines: string, signal?: AbortSignal): Promise<string>;
  /** Runs the mutation once for each uploaded line. Sent once; never throws. */
  start(mutation: string, path: string): Promise<BulkStart>;
  /** The operation whose mutation is named `mark`, if the store has begun it; null: it has not. */
  find(mark: string, signal?: AbortSignal): Promise<BulkOperation | null>;
  /** null: Shopify no longer knows it. */
  state(id: string, signal?: AbortSignal): Promise<BulkOperation | null>;
  open(url: string, signal?: AbortSignal): Promise<BulkFile>;
}

/** `refused`: it was not begun. `lost`: there is no telling whether it was. */
export type BulkStart =
  | { readonly kind: 'started'; readonly operation: BulkOperation }
  | { readonly kind: 'refused'; readonly words: string }
  | { readonly kind: 'lost' }
  | Extract<Attempt<never>, { kind: 'throttled' | 'unauthorized' | 'not_sent' }>;

/** The mutation's text under a name of its own, by which its operation is found again. */
export const marked = (text: string, mark: string): string =>
  text.replace(/\bmutation\s+\w+/, `mutation ${mark}`);

export function createBulkWriter(
  client: Pick<AdminClient, 'domain' | 'request' | 'attempt' | 'files'>,
): BulkWriter {
  const { domain } = client;
  const unexpected = (words: string) =>
    failed('bad_answer', { code: 'store_reports', host: domain, words: clause(words) });

  return {
    upload: async (name, lines, signal) => {
      const { data } = await client.request(STAGED_UPLOAD, { filename: `${name}.jsonl` }, { signal });
      const target = data.stagedTargets?.[0];
      const key = target?.parameters.find((each) => each.name === 'key')?.value;
      if (!target || target.url === null || key === undefined)
        throw unexpected(data.userErrors[0]?.message ?? 'it names no place to upload to');
      const form = new FormData();
      for (const each of target.parameters) form.append(each.name, each.value);
      // The file comes last, or the storage behind the address refuses the form.
      form.append('file', new Blob([lines], { type: 'text/jsonl' }), `${name}.jsonl`);
      const { status, body } = await client.files.upload(target.url, form, signal);
      await body?.cancel();
      if (status < 200 || status >= 300)
        throw failed(
          'offline',
          { code: 'unexpected_answer', trouble: { code: 'status', host: new URL(target.url).host, status } },
          { retryable: true },
        );
      return key;
    },
    start: async (mutation, path) => {
      const attempt = await client.attempt(BULK_MUTATION_RUN, { mutation, path });
      switch (attempt.kind) {
        case 'answer': {
          const { bulkOperation, userErrors } = attempt.data;
          if (bulkOperation) return { kind: 'started', operation: toOperation(bulkOperation) };
          const [error] = userErrors;
          return error ? { kind: 'refused', words: clause(error.message) } : { kind: 'lost' };
        }
        case 'throttled':
        case 'unauthorized':
        case 'not_sent':
          return attempt;
        case 'denied':
          return { kind: 'refused', words: 'the token may not run bulk operations' };
        case 'unclear':
          return { kind: 'lost' };
        case 'bad_answer':
          return attempt.effect === 'none'
            ? { kind: 'refused', words: 'it does not take the request' }
            : { kind: 'lost' };
        default:
          return attempt satisfies never;
      }
    },
    find: async (mark, signal) => {
      const { data } = await client.request(BULK_MUTATIONS, {}, { signal });
      const found = data.find(({ query }) => new RegExp(`\\b${mark}\\b`).test(query));
      return found ? toOperation(found) : null;
    },
    state: async (id, signal) => {
      const { data } = await client.request(BULK_STATE, { id }, { signal });
      return data && toOperation(data);
    },
    open: (url, signal) => openResult(client, url, 0, signal),
  };
}
