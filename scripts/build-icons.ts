/**
 * Draws the app's icons from resources/icons/icon.svg in Chromium: `NxN.png` for Linux and the window, `icon.ico` for
 * Windows, `icon.icns` for macOS. Run it after a change to the drawing and commit what it writes.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright';
import { chromiumExecutable } from '../e2e/support/chromium-executable.ts';
import { encodeIcns, ICNS_SIZES } from './icons/encode-icns.ts';
import { encodeIco } from './icons/encode-ico.ts';

const FOLDER = 'resources/icons';
const PNG_SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
const ICO_SIZES = [16, 24, 32, 48, 64, 128, 256];
/** macOS wants the margin that the drawing has; elsewhere an icon fills its square. */
const WITH_MARGIN = '0 0 1024 1024';
const WITHOUT_MARGIN = '84 84 856 856';

const drawing = await readFile(join(FOLDER, 'icon.svg'), 'utf8');
const browser = await chromium.launch({
  executablePath: await chromiumExecutable(),
  args: ['--no-sandbox', '--disable-gpu'],
});
const page = await browser.newPage({ deviceScaleFactor: 1 });

const filling = await renderAll(page, WITHOUT_MARGIN, PNG_SIZES);
const withMargin = await renderAll(page, WITH_MARGIN, ICNS_SIZES);
await browser.close();

for (const [size, png] of filling) await writeFile(join(FOLDER, `${size}x${size}.png`), png);
const ico = ICO_SIZES.map((size) => ({ size, png: of(filling, size) }));
await writeFile(join(FOLDER, 'icon.ico'), encodeIco(ico));
await writeFile(
  join(FOLDER, 'icon.icns'),
  encodeIcns((pixels) => of(withMargin, pixels)),
);

async function renderAll(on: Page, viewBox: string, sizes: readonly number[]): Promise<Map<number, Buffer>> {
  const images = new Map<number, Buffer>();
  for (const size of sizes) {
    await on.setViewportSize({ width: size, height: size });
    const svg = drawing.replace(/viewBox="[^"]*"/, `viewBox="${viewBox}" width="${size}" height="${size}"`);
    await on.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`);
    images.set(size, await on.screenshot({ omitBackground: true }));
  }
  return images;
}

function of(images: ReadonlyMap<number, Buffer>, size: number): Buffer {
  const png = images.get(size);
  if (!png) throw new Error(`No image of ${size} pixels was drawn.`);
  return png;
}
