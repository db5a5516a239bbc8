import type { Migration } from '../migration.ts';
import { initial } from './cache/0001-initial.ts';
import { platformStock } from './cache/0002-platform-stock.ts';

/** The cache's schema, oldest step first. */
export const cacheMigrations: readonly Migration[] = [initial, platformStock];
