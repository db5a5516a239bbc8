import { z } from 'zod';

/**
 * Every way in which the engine refuses or fails, as it crosses to the page and to the command line.
 * `message` is one sentence that says what is wrong and what to do.
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
  retryable: z.boolean(),
  meta: z.record(z.string(), z.unknown()),
});
export type WireError = z.infer<typeof wireErrorSchema>;

/** An expected failure with its sentence; anything else that is thrown is a bug and crosses as `internal`. */
export class UnstuckError extends Error {
  override readonly name = 'UnstuckError';
  readonly code: ErrorCode;
  readonly retryable: boolean;
  readonly meta: Readonly<Record<string, unknown>>;

  constructor(
    code: ErrorCode,
    message: string,
    options: { retryable?: boolean; meta?: Record<string, unknown>; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.retryable = options.retryable ?? false;
    this.meta = options.meta ?? {};
  }
}

/** What of `thrown` may cross to another process: an `UnstuckError` whole, of a bug only its message. */
export function toWireError(thrown: unknown): WireError {
  if (thrown instanceof UnstuckError) {
    const { code, message, retryable, meta } = thrown;
    return { code, message, retryable, meta };
  }
  const detail = thrown instanceof Error ? thrown.message : String(thrown);
  return { code: 'internal', message: `Unexpected failure: ${detail}`, retryable: false, meta: {} };
}

/** The error back as it was thrown on the other side. */
export function fromWireError({ code, message, retryable, meta }: WireError): UnstuckError {
  return new UnstuckError(code, message, { retryable, meta });
}

/** One sentence for a value that did not parse: the first problem, with the path to its field. */
export function describeIssues(error: z.ZodError, what: string): UnstuckError {
  const [issue] = error.issues;
  const field = issue?.path.map(String).join('.') ?? '';
  return new UnstuckError(
    'bad_input',
    `${what}${field ? `, field “${field}”` : ''}: ${issue?.message ?? 'does not parse'}.`,
    {
      meta: { field, issues: error.issues.length },
    },
  );
}
