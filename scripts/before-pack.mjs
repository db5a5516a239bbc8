/** electron-builder's `beforePack`: builds what goes into an installer. */
import { buildElectron } from './build-electron.mjs';
import { buildRenderer } from './build-renderer.mjs';

export default async function beforePack() {
  await buildRenderer();
  await buildElectron();
}
