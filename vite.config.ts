import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/**
 * The page runs under a policy that allows its own files only (electron/page-files/security-headers.ts), so nothing is
 * inlined: no data: addresses, no inline script or style.
 */
export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react()],
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'chrome140',
    chunkSizeWarningLimit: 1500,
    reportCompressedSize: false,
  },
});
