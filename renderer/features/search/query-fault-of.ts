import { queryFaultSchema, type QueryFault } from '../../../shared/domain/order-query.ts';
import { UnstuckError } from '../../../shared/errors.ts';

/** What of a search is wrong, where the engine refused it for that: its place is null where only the sentence is known. */
export interface RefusedSearch {
  readonly fault: QueryFault | null;
  readonly message: string;
}

/** null: the error is none of the search's own. */
export function queryFaultOf(error: Error | null): RefusedSearch | null {
  if (!(error instanceof UnstuckError) || error.code !== 'bad_input') return null;
  return { fault: queryFaultSchema.safeParse(error.meta).data ?? null, message: error.message };
}
