import type { z } from 'zod';
import type { EngineEvent } from '../../../shared/contract/events.ts';
import type { MethodName, Methods } from '../../../shared/contract/methods.ts';

export interface CallContext {
  /** Aborts when the caller cancels or its connection closes. */
  readonly signal: AbortSignal;
}

/** One function per contract method; inputs are parsed, outputs are checked again on the way out. */
export type Handlers = {
  readonly [M in MethodName]: (
    input: z.output<Methods[M]['input']>,
    context: CallContext,
  ) => Promise<z.input<Methods[M]['output']>> | z.input<Methods[M]['output']>;
};

/** What a host needs of the engine, whatever its transport. */
export interface EngineService {
  readonly version: string;
  readonly handlers: Handlers;
  /** Calls `listener` with every event until the returned function is called. */
  subscribe(listener: (event: EngineEvent) => void): () => void;
}
