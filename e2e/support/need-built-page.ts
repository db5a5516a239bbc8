import { existsSync } from 'node:fs';

/** Says at once what is missing, instead of one failure per test. */
export default function needBuiltPage(): void {
  if (!existsSync('dist/renderer/index.html')) {
    throw new Error('dist/renderer is missing: run `npx vite build` first (`npm test` does it).');
  }
}
