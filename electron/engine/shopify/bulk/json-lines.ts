const NEWLINE = 0x0a;

/** One line without its line break. */
export interface Line {
  readonly text: string;
  /** Bytes from the beginning of the stream to the end of this line, its line break included. */
  readonly end: number;
  /** Whether it has no line break: the last one of a stream, which may have been cut. */
  readonly isOpen: boolean;
}

/**
 * Cuts a stream of UTF-8 into lines as it arrives, those of one chunk at a time; no more than one chunk and the line that
 * it leaves open are held. Chunks may end anywhere,
 * also inside a character: bytes are cut at line breaks only, which no character contains. Blank lines are left out. The
 * last line may lack its line break; where the stream breaks off, what came of it is not given.
 */
export async function* jsonLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<readonly Line[]> {
  let begun: Uint8Array[] = [];
  let end = 0;
  for await (const chunk of chunks) {
    const lines: Line[] = [];
    let start = 0;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, start)) {
      const line = begun.length === 0 ? chunk.subarray(start, at) : joined(begun, chunk.subarray(start, at));
      begun = [];
      start = at + 1;
      end += line.length + 1;
      const text = textOf(line);
      if (text !== '') lines.push({ text, end, isOpen: false });
    }
    if (start < chunk.length) begun.push(chunk.subarray(start));
    if (lines.length > 0) yield lines;
  }
  const last = joined(begun, new Uint8Array());
  const text = textOf(last);
  if (text !== '') yield [{ text, end: end + last.length, isOpen: true }];
}

function joined(begun: readonly Uint8Array[], rest: Uint8Array): Uint8Array {
  return Buffer.concat([...begun, rest]);
}

function textOf(line: Uint8Array): string {
  return Buffer.from(line.buffer, line.byteOffset, line.byteLength).toString('utf8').trim();
}
