/**
 * The types of macOS's icon file that hold a PNG, by the pixels each has; two of a size are for one screen of ordinary
 * and one of double density. The 16 and 32 pixels of ordinary density are scaled from these by the system.
 */
const TYPES: readonly (readonly [type: string, pixels: number])[] = [
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
];

/** Every size in pixels that `encodeIcns` asks for. */
export const ICNS_SIZES = [...new Set(TYPES.map(([, pixels]) => pixels))];

/** A macOS icon of PNG images: magic and length, then each image with its type and length (big-endian, head included). */
export function encodeIcns(pngOf: (pixels: number) => Buffer): Buffer {
  const blocks = TYPES.map(([type, pixels]) => block(type, pngOf(pixels)));
  return block('icns', Buffer.concat(blocks));
}

function block(type: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32BE(content.length + head.length, 4);
  return Buffer.concat([head, content]);
}
