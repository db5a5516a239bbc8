/** Builds the desktop shell into dist/electron and dist/preload unless its sources are older than the last build. */
import { isStale } from './is-stale.mjs';
import { viteBuild } from './vite-build.mjs';

const SOURCES = [
  'electron',
  'shared',
  'resources',
  'package.json',
  'vite.electron.config.ts',
  'package-lock.json',
];
const CONFIG = ['--config', 'vite.electron.config.ts'];

export async function buildElectron() {
  if (isStale(SOURCES, 'dist/electron/main.mjs')) await viteBuild('the desktop shell', ...CONFIG);
  if (isStale(SOURCES, 'dist/preload/preload.cjs'))
    await viteBuild('its preload script', ...CONFIG, '--mode', 'preload');
}
