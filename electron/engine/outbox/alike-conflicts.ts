import { type RunId, type WriteId, writeId } from '../../../shared/domain/ids.ts';
import type { WritableDb } from '../db/open.ts';
import { generalField } from './choose-fields.ts';

/** Conflicts of one run over the same fields: what one decision can be taken for. */
export interface AlikeConflicts {
  /** The writes of a run that are in conflict, each with all of those that are alike, itself among them. */
  ofRun(run: RunId): ReadonlyMap<WriteId, readonly WriteId[]>;
}

/** Prepares the statement on the journal. */
export function createAlikeConflicts(db: WritableDb): AlikeConflicts {
  const conflicts = db.prepare<[string], { id: number; op: string; fields: string }>(`
    SELECT id, op_name AS op, (SELECT group_concat(json_extract(value, '$.field'), ' ') FROM json_each(conflict)) AS fields
    FROM writes WHERE run = ? AND state = 'conflict' ORDER BY id`);
  return {
    ofRun: (run) => {
      const groups = Map.groupBy(conflicts.all(run), ({ op, fields }) => {
        const names = fields.split(' ').map(generalField);
        return [op, ...new Set(names.toSorted())].join(' ');
      });
      return new Map(
        [...groups.values()].flatMap((group) => {
          const ids = group.map(({ id }) => writeId(id));
          return ids.map((id) => [id, ids] as const);
        }),
      );
    },
  };
}
