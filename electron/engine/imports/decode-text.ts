/** Enough to see any byte order mark. */
const MARK_BYTES = 3;

/**
 * The text of a file that arrives in pieces cut anywhere. A byte order mark tells UTF-8 and UTF-16 apart; without one it
 * is UTF-8, or Windows-1252 from the first byte on that cannot be UTF-8 (what Excel saves as “CSV”). The mark itself is
 * left out.
 */
export async function* decodeText(
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<string> {
  let held: Uint8Array = new Uint8Array(0);
  let decoder: Decoder | null = null;
  for await (const piece of pieces) {
    const bytes = join(held, piece);
    if (decoder === null && bytes.length < MARK_BYTES) {
      held = bytes;
      continue;
    }
    decoder ??= decoderFor(bytes);
    const { text, rest } = decoder(bytes, false);
    held = rest;
    if (text !== '') yield text;
  }
  const { text } = (decoder ?? decoderFor(held))(held, true);
  if (text !== '') yield text;
}

/** Decodes what can be; `rest`: the start of a character whose end is still to come. */
type Decoder = (bytes: Uint8Array, isLast: boolean) => { readonly text: string; readonly rest: Uint8Array };

function decoderFor(start: Uint8Array): Decoder {
  if (start[0] === 0xff && start[1] === 0xfe) return withoutMark(utf16('utf-16le'));
  if (start[0] === 0xfe && start[1] === 0xff) return withoutMark(utf16('utf-16be'));
  return withoutMark(utf8OrWindows());
}

function utf16(encoding: 'utf-16le' | 'utf-16be'): Decoder {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  return (bytes, isLast) => ({
    text: decoder.decode(bytes, { stream: !isLast }),
    rest: new Uint8Array(0),
  });
}

function utf8OrWindows(): Decoder {
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let fallback: TextDecoder | null = null;
  let wasUtf8 = false;
  return (bytes, isLast) => {
    const whole = fallback || isLast ? bytes.length : wholeCharacters(bytes);
    const ready = bytes.subarray(0, whole);
    const rest = bytes.slice(whole);
    if (fallback) return { text: fallback.decode(ready), rest };
    try {
      const text = strict.decode(ready);
      wasUtf8 ||= text.length < ready.length;
      return { text, rest };
    } catch {
      // One broken character in a file that is UTF-8 otherwise is no reason to misread all others.
      fallback = new TextDecoder(wasUtf8 ? 'utf-8' : 'windows-1252', { ignoreBOM: true });
      return { text: fallback.decode(ready), rest };
    }
  };
}

/** How many of `bytes` are whole UTF-8 characters: the last one may be cut off. */
function wholeCharacters(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte < 0xc0) continue;
    const needs = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return needs > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

function withoutMark(decode: Decoder): Decoder {
  let isFirst = true;
  return (bytes, isLast) => {
    const { text, rest } = decode(bytes, isLast);
    if (!isFirst || text === '') return { text, rest };
    isFirst = false;
    return { text: text.startsWith('\uFEFF') ? text.slice(1) : text, rest };
  };
}

function join(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length === 0) return b;
  const joined = new Uint8Array(a.length + b.length);
  joined.set(a);
  joined.set(b, a.length);
  return joined;
}
