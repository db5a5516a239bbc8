import { extname } from 'node:path';

/** The module of the sync thread, beside this one: a TypeScript source in a clone, an ES module of the build otherwise. */
export const syncThreadEntry = (): URL =>
  new URL(`./sync-thread${extname(new URL(import.meta.url).pathname)}`, import.meta.url);
