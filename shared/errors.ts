import { z } from 'zod';
import { type Failure, failureSchema } from './domain/failure.ts';

/**
 * Every way in which the engine refuses or fails, as it crosses to the page and to the command line.
 * `message` is one English sentence that says what is wrong and what to do.
 */
const ERROR_CODES = [
  /** An argument, a file or a setting does not parse; `meta.field` names it. */
  'bad_input',
  'not_found',
  /** The same plan twice, a wrong confirmation number, an undo of what cannot be undone. */
  'refused',
  'offline',
  'unauthorized',
  'missing_scope',
  /** A store or the platform answered something that does not fit its documented type. */
  'bad_answer',
  /** Another process holds the data directory. */
  'in_use',
  'newer_database',
  'damaged',
  'disk',
  'cancelled',
  'protocol',
  /** Between page and engine; `offline` is between engine and store. */
  'disconnected',
  'internal',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

export const wireErrorSchema = z.object({
  code: z.enum(ERROR_CODES),
  message: z.string(),
  /** The same as data, for a page to word; null: only the sentence is known. */
  said: failureSchema.nullable().catch(null),
  retryable: z.boolean(),
  meta: z.record(z.string(), z.unknown()),
});
export type WireError = z.infer<typeof wireErrorSchema>;

/** An expected failure with its sentence; anything else that is thrown is a bug and crosses as `internal`. */
export class UnstuckError extends Error {
  override readonly name = 'UnstuckError';
  readonly code: ErrorCode;
  readonly retryable: boolean;
  readonly said: Failure | null;
  readonly meta: Readonly<Record<string, unknown>>;

  constructor(
    code: ErrorCode,
    message: string,
    options: {
      retryable?: boolean;
      meta?: Record<string, unknown>;
      cause?: unknown;
      said?: Failure | null;
    } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.retryable = options.retryable ?? false;
    this.meta = options.meta ?? {};
    this.said = options.said ?? null;
  }
}

/** What `thrown` says, whatever was thrown. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

/** The error back as it was thrown on the other side. */
export function fromWireError({ code, message, said, retryable, meta }: WireError): UnstuckError {
  return new UnstuckError(code, message, { said, retryable, meta });
}
