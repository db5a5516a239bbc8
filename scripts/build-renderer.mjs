/** Builds the page into dist/renderer unless its sources are older than the last build. */
import { isStale } from './is-stale.mjs';
import { viteBuild } from './vite-build.mjs';

const SOURCES = ['renderer', 'shared', 'resources', 'vite.config.ts', 'package-lock.json'];

export async function buildRenderer() {
  if (isStale(SOURCES, 'dist/renderer/index.html')) await viteBuild('the page');
}
