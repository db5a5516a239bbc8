import { join } from 'node:path';
import { cacheMigrations } from '../../electron/engine/db/migrations/cache.ts';
import { openDatabase, type ReadableDb } from '../../electron/engine/db/open.ts';
import { BENCH_KEY } from './bench-home.ts';

/** A second reading connection to a workspace's cache, opened as the engine opens its own. */
export const openFloorReader = (home: string): ReadableDb =>
  openDatabase({
    file: join(home, 'cache.db'),
    key: BENCH_KEY,
    migrations: cacheMigrations,
    kind: 'cache',
    readonly: true,
  });
