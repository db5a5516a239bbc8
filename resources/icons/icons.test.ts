import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const read = (name: string): Buffer => readFileSync(join(import.meta.dirname, name));

/** Width and height out of a PNG's first chunk; throws for what is no PNG. */
function sizeOf(png: Buffer): readonly [width: number, height: number] {
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

describe('the app’s icon', () => {
  it.each([16, 24, 32, 48, 64, 128, 256, 512, 1024])('has %i pixels where its name says so', (size) => {
    expect(sizeOf(read(`${size}x${size}.png`))).toEqual([size, size]);
  });

  it('holds for Windows every size from the task bar’s to the largest tile’s', () => {
    const ico = read('icon.ico');
    const count = ico.readUInt16LE(4);
    const sizes = Array.from({ length: count }, (_, index) => {
      const entry = ico.subarray(6 + 16 * index, 22 + 16 * index);
      const offset = entry.readUInt32LE(12);
      const [width, height] = sizeOf(ico.subarray(offset, offset + entry.readUInt32LE(8)));
      expect([entry.readUInt8(0) || 256, entry.readUInt8(1) || 256]).toEqual([width, height]);
      return width;
    });
    expect(sizes).toEqual([16, 24, 32, 48, 64, 128, 256]);
  });

  it('holds for macOS every size for screens of double density, up to 1024 pixels', () => {
    const icns = read('icon.icns');
    expect(icns.subarray(0, 4).toString('latin1')).toBe('icns');
    expect(icns.readUInt32BE(4)).toBe(icns.length);
    const sizes: Record<string, number> = {};
    for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) {
      const [width] = sizeOf(icns.subarray(at + 8, at + icns.readUInt32BE(at + 4)));
      sizes[icns.subarray(at, at + 4).toString('latin1')] = width;
    }
    expect(sizes).toEqual({
      ic11: 32,
      ic12: 64,
      ic07: 128,
      ic13: 256,
      ic08: 256,
      ic14: 512,
      ic09: 512,
      ic10: 1024,
    });
  });
});
