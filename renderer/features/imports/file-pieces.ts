/** One call's worth of a file: base64 makes it a third longer. */
export const PIECE_BYTES = 512 * 1024;

/** A file as the engine takes it: base64, piece by piece; only one piece is held. */
export async function* filePieces(file: Blob): AsyncGenerator<string> {
  for (let from = 0; from < file.size; from += PIECE_BYTES)
    yield toBase64(await file.slice(from, from + PIECE_BYTES).arrayBuffer());
}

/** How much of a file tells what it is. */
const START_BYTES = 64 * 1024;

/** The start of a file, for a preview. */
export async function fileStart(file: Blob): Promise<{ readonly start: string; readonly isWhole: boolean }> {
  return {
    start: toBase64(await file.slice(0, START_BYTES).arrayBuffer()),
    isWhole: file.size <= START_BYTES,
  };
}

/** Arguments per `fromCharCode` call: well under every engine's limit. */
const AT_ONCE = 8192;

function toBase64(buffer: ArrayBuffer): string {
  const bytes = new Uint8Array(buffer);
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += AT_ONCE)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + AT_ONCE)));
  return btoa(parts.join(''));
}
