import {
  WRITE_TRAITS,
  type WriteOp,
  type WriteOpName,
  type WriteOpOf,
} from '../../../shared/domain/write.ts';

type Traits = typeof WRITE_TRAITS;
type NamesThatRepeat<R extends string> = {
  [N in WriteOpName]: Traits[N]['repeat'] extends R ? N : never;
}[WriteOpName];

/** A write that takes effect in the journal, without a request. */
export type LocalOp = WriteOpOf<NamesThatRepeat<'local'>>;

export function isLocal(op: WriteOp): op is LocalOp {
  return WRITE_TRAITS[op.op].repeat === 'local';
}

/** The names of the ops that are `isLocal`. */
export const LOCAL_OPS: readonly string[] = Object.entries(WRITE_TRAITS).flatMap(([name, { repeat }]) =>
  repeat === 'local' ? name : [],
);

/** A step that only the agent can do, outside of any API. */
export function isManual(op: WriteOp): boolean {
  return WRITE_TRAITS[op.op].repeat === 'manual';
}
