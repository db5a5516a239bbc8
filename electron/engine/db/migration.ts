import type { WritableDb } from './access.ts';

/** One step of a schema. Released migrations never change: a new one is added. */
export interface Migration {
  /** 1, 2, 3 …: what `user_version` is once it is through. */
  readonly version: number;
  readonly name: string;
  /** Runs inside the transaction that also raises `user_version`. */
  readonly up: (db: WritableDb) => void;
}
