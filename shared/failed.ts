import type { z } from 'zod';
import type { Failure } from './domain/failure.ts';
import { type ErrorCode, messageOf, UnstuckError, type WireError } from './errors.ts';
import { COMMAND_LINE } from './words/command-line.ts';
import { failureInEnglish } from './words/en-failure.ts';

/** An expected failure that every language has words for. */
export function failed(
  code: ErrorCode,
  said: Failure,
  options: { retryable?: boolean; meta?: Record<string, unknown>; cause?: unknown } = {},
): UnstuckError {
  return new UnstuckError(code, failureInEnglish(said, COMMAND_LINE), { ...options, said });
}

/** Of a bug, what may be told: its message. */
export function unexpected(thrown: unknown): UnstuckError {
  return failed('internal', { code: 'unexpected', words: messageOf(thrown) });
}

/** What of `thrown` may cross to another process: an `UnstuckError` whole, of a bug only its message. */
export function toWireError(thrown: unknown): WireError {
  const error = thrown instanceof UnstuckError ? thrown : unexpected(thrown);
  const { code, message, said, retryable, meta } = error;
  return { code, message, said, retryable, meta };
}

/** One sentence for a value that did not parse: the first problem, with the path to its field. */
export function describeIssues(error: z.ZodError, what: string): UnstuckError {
  const issue = firstIssue(error);
  return failed(
    'bad_input',
    { code: 'misfit', what, ...issue },
    { meta: { field: issue.field ?? '', issues: error.issues.length } },
  );
}

/** The path to the first field that does not fit (null: the value as a whole), and the parser's word on it. */
export function firstIssue(error: z.ZodError): {
  readonly field: string | null;
  readonly problem: string;
} {
  const [issue] = error.issues;
  return { field: issue?.path.map(String).join('.') || null, problem: issue?.message ?? 'does not parse' };
}
