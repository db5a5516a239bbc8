import { UnstuckError } from '../errors.ts';

/** Larger texts are refused on both sides: a committed plan of 50,000 orders is about half of this. */
export const MAX_MESSAGE_CHARS = 64 * 1024 * 1024;

const TAG = '$u32';
const ESCAPED = /^\$+u32$/;

/**
 * A wire message as JSON text, for transports that carry text. A `Uint32Array` becomes `{"$u32": base64}` (little
 * endian, as on every processor this runs on); an object that happens to look like that gets one more `$`.
 */
export function encodeMessage(message: unknown): string {
  return JSON.stringify(message, (_key, value: unknown) => {
    if (value instanceof Uint32Array) return { [TAG]: toBase64(value) };
    const only = onlyKey(value);
    return only && ESCAPED.test(only.key) ? { [`$${only.key}`]: only.value } : value;
  });
}

/**
 * The value behind `text`.
 * @throws UnstuckError `bad_input` when it is longer than `maxChars`, no JSON, or holds a broken id list
 */
export function decodeMessage(text: string, maxChars = MAX_MESSAGE_CHARS): unknown {
  if (text.length > maxChars) {
    throw new UnstuckError(
      'bad_input',
      `A message of ${text.length} characters is over the limit of ${maxChars}.`,
    );
  }
  try {
    return JSON.parse(text, (_key, value: unknown) => {
      const only = onlyKey(value);
      if (!only) return value;
      if (only.key === TAG) return fromBase64(only.value);
      return ESCAPED.test(only.key) ? { [only.key.slice(1)]: only.value } : value;
    });
  } catch (cause) {
    throw new UnstuckError('bad_input', 'A message is not the JSON text it should be.', { cause });
  }
}

function onlyKey(value: unknown): { key: string; value: unknown } | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || ArrayBuffer.isView(value))
    return null;
  const entries = Object.entries(value);
  const [entry] = entries;
  return entry && entries.length === 1 ? { key: entry[0], value: entry[1] } : null;
}

/** Arguments per `fromCharCode` call: well under every engine's limit. */
const CHUNK = 8192;

function toBase64(ids: Uint32Array): string {
  const bytes = new Uint8Array(ids.buffer, ids.byteOffset, ids.byteLength);
  const parts: string[] = [];
  for (let i = 0; i < bytes.length; i += CHUNK)
    parts.push(String.fromCharCode(...bytes.subarray(i, i + CHUNK)));
  return btoa(parts.join(''));
}

function fromBase64(text: unknown): Uint32Array {
  if (typeof text !== 'string') throw new TypeError('an id list is no text');
  const binary = atob(text);
  if (binary.length % 4 !== 0) throw new TypeError('an id list ends in the middle of an id');
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i += 1) bytes[i] = binary.charCodeAt(i);
  return new Uint32Array(bytes.buffer);
}
