import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeText } from './decode-text.ts';
import { allOf, inPieces, someCuts } from './test-support/in-pieces.ts';

const decode = async (pieces: readonly Uint8Array[]): Promise<string> =>
  (await allOf(decodeText(pieces))).join('');
const utf16 = (text: string, littleEndian: boolean): Uint8Array => {
  const bytes = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at += 1) bytes.setUint16(at * 2, text.charCodeAt(at), littleEndian);
  return new Uint8Array(bytes.buffer);
};
// A mark at the start of a text is no part of it, and half a pair of surrogates is no text.
const someText = fc.string({ unit: 'grapheme' }).filter((text) => !text.startsWith('\uFEFF'));

test('text comes back whole wherever the file was cut, with and without a byte order mark', async () => {
  await fc.assert(
    fc.asyncProperty(someText, fc.boolean(), someCuts, async (text, hasMark, cuts) => {
      const bytes = new TextEncoder().encode(hasMark ? `\uFEFF${text}` : text);
      expect(await decode(inPieces(bytes, cuts))).toBe(text);
    }),
  );
});

test('UTF-16 is told by its mark, in either order of bytes', async () => {
  await fc.assert(
    fc.asyncProperty(someText, fc.boolean(), someCuts, async (text, littleEndian, cuts) => {
      expect(await decode(inPieces(utf16(`\uFEFF${text}`, littleEndian), cuts))).toBe(text);
    }),
  );
});

test('what cannot be UTF-8 is read as Excel writes it, Windows-1252', async () => {
  const bytes = new Uint8Array([...Buffer.from('Zürich; 5 '), 0x80, ...Buffer.from('\n', 'latin1')]);
  expect(await decode([bytes.filter((byte) => byte !== 0xc3 && byte !== 0xbc)])).toBe('Zrich; 5 €\n');
  expect(await decode([Buffer.from('Orl'), Buffer.from([0xe9]), Buffer.from('ans')])).toBe('Orléans');
});

test('one broken character does not turn the rest of a UTF-8 file into gibberish', async () => {
  expect(await decode([Buffer.from('Zürich '), Buffer.from([0xff]), Buffer.from(' Genève')])).toBe(
    'Zürich � Genève',
  );
});
