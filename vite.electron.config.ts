import { defineConfig } from 'vite';

/** Found at run time: Electron's own module, and packages that hold a native binary. */
const EXTERNAL = ['electron', 'better-sqlite3', '@napi-rs/keyring'];

/**
 * The desktop shell: main and the processes of engine and demo merchants as ES modules and, with `--mode preload`, the preload script, which
 * a sandboxed page's process takes only as one CommonJS file. Everything they need is in these files but EXTERNAL, so an
 * installer carries no other package.
 */
export default defineConfig(({ mode }) => {
  const preload = mode === 'preload';
  return {
    publicDir: false,
    ssr: { noExternal: true, external: EXTERNAL },
    build: {
      ssr: true,
      target: 'node24',
      outDir: preload ? 'dist/preload' : 'dist/electron',
      emptyOutDir: true,
      minify: false,
      rolldownOptions: {
        input: preload
          ? { preload: 'electron/preload/preload.ts' }
          : {
              main: 'electron/main/main.ts',
              engine: 'electron/hosts/utility.ts',
              merchants: 'electron/hosts/merchants.ts',
              'sync-thread': 'electron/hosts/sync-thread.ts',
            },
        external: EXTERNAL,
        output: preload
          ? { format: 'cjs', entryFileNames: '[name].cjs' }
          : { format: 'esm', entryFileNames: '[name].mjs', chunkFileNames: 'chunks/[name]-[hash].mjs' },
      },
      reportCompressedSize: false,
      chunkSizeWarningLimit: 10_000,
    },
  };
});
