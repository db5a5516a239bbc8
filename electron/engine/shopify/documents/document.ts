import type { z } from 'zod';

declare const variables: unique symbol;

/**
 * One operation of the Admin API with the decoder of its answer. `Variables` is the generated type of its variables,
 * `Data` what the decoder yields: nothing of an answer is used that did not pass it.
 */
export interface AdminDocument<Variables, Data> {
  /** The operation's name in `text`. */
  readonly name: string;
  readonly text: string;
  readonly answer: z.ZodType<Data>;
  readonly [variables]?: (variables: Variables) => void;
}

/** Pairs a text with the decoder of its answer. The operation's name is read from the text. */
export function adminDocument<Variables, Data>(
  text: string,
  answer: z.ZodType<Data>,
): AdminDocument<Variables, Data> {
  const name = /\b(?:query|mutation)\s+(\w+)/.exec(text)?.[1];
  if (name === undefined) throw new Error('An Admin API document needs an operation name.');
  return { name, text, answer };
}
