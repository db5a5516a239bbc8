import { type WriteReason, writeReasonSchema } from '../../../shared/domain/write-reason.ts';

/** A reason as the journal keeps it. */
export const encodeReason = (reason: WriteReason | null): string | null => reason && JSON.stringify(reason);

/** A reason back from the journal. Text that is none of this version's reasons is told as it is. */
export function decodeReason(text: string | null): WriteReason | null {
  if (text === null) return null;
  try {
    return writeReasonSchema.parse(JSON.parse(text));
  } catch {
    return { code: 'verbatim', text };
  }
}
