import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileStart, filePieces, PIECE_BYTES } from './file-pieces.ts';

async function piecesOf(file: Blob): Promise<Buffer[]> {
  const pieces: Buffer[] = [];
  for await (const piece of filePieces(file)) pieces.push(Buffer.from(piece, 'base64'));
  return pieces;
}

test('the pieces of a file are the file', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), async (bytes) => {
      expect(Buffer.concat(await piecesOf(new Blob([bytes])))).toEqual(Buffer.from(bytes));
    }),
    { numRuns: 25 },
  );
});

test('a large file comes in several, none larger than a call takes', async () => {
  const pieces = await piecesOf(new Blob([new Uint8Array(PIECE_BYTES * 2 + 1).fill(7)]));
  expect(pieces.map((piece) => piece.length)).toEqual([PIECE_BYTES, PIECE_BYTES, 1]);
});

test('of a large file the start is enough to tell what it is', async () => {
  expect(await fileStart(new Blob(['a,b']))).toEqual({ start: btoa('a,b'), isWhole: true });
  expect(await fileStart(new Blob([new Uint8Array(1_000_000)]))).toMatchObject({ isWhole: false });
});
