/** Others' messages end with a full stop or not: this is what stands before it, to be built into a sentence of ours. */
export function clause(message: string): string {
  return message.trim().replace(/[.\s]+$/, '');
}

/**
 * A clause as a sentence: `the store did not answer` → `The store did not answer.` A domain that begins it keeps its
 * own spelling.
 */
export function sentence(message: string): string {
  const text = clause(message);
  if (/^\S+\.\S/.test(text)) return `${text}.`;
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
