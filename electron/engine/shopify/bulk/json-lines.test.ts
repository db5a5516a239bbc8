import { array, assert, asyncProperty, nat, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonLines, type Line } from './json-lines.ts';

async function linesOf(chunks: readonly Uint8Array[]): Promise<readonly Line[]> {
  const lines: Line[] = [];
  for await (const some of jsonLines(stream(chunks))) lines.push(...some);
  return lines;
}

async function* stream(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

function cutAt(bytes: Uint8Array, places: readonly number[]): readonly Uint8Array[] {
  const ends = [...places.map((place) => place % (bytes.length + 1)), bytes.length].toSorted((a, b) => a - b);
  return ends.map((end, at) => bytes.subarray(at === 0 ? 0 : ends[at - 1], end));
}

describe('lines of a stream', () => {
  test('are the same wherever its chunks end, also inside a character', async () => {
    const text = string({ unit: 'binary' }).map((value) => JSON.stringify(value));
    await assert(
      asyncProperty(array(text), array(nat()), async (texts, places) => {
        const bytes = Buffer.from(texts.map((line) => `${line}\n`).join(''));
        const lines = await linesOf(cutAt(bytes, places));
        expect(lines.map((line) => line.text)).toEqual(texts);
        for (const { text: line, end } of lines)
          expect(bytes.subarray(0, end).toString().endsWith(`${line}\n`)).toBe(true);
      }),
    );
  });

  test('that are blank are left out, and count as bytes', async () => {
    expect(await linesOf([Buffer.from('\n{}\r\n\n[]\n')])).toEqual([
      { text: '{}', end: 5, isOpen: false },
      { text: '[]', end: 9, isOpen: false },
    ]);
  });

  test('end with one that says so where it has no line break', async () => {
    expect(await linesOf([Buffer.from('{}\n{"é'), Buffer.from('":1}')])).toEqual([
      { text: '{}', end: 3, isOpen: false },
      { text: '{"é":1}', end: 11, isOpen: true },
    ]);
  });

  test('of which the last is cut off with the connection are not given', async () => {
    const lines: Line[] = [];
    async function* cut(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('{}\n{"a"');
      throw new TypeError('terminated');
    }
    const reading = (async () => {
      for await (const some of jsonLines(cut())) lines.push(...some);
    })();
    await expect(reading).rejects.toThrow('terminated');
    expect(lines.map(({ text }) => text)).toEqual(['{}']);
  });
});
