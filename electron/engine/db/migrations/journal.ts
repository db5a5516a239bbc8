import type { Migration } from '../migration.ts';
import { initial } from './journal/0001-initial.ts';

/** The journal's schema, oldest step first. */
export const journalMigrations: readonly Migration[] = [initial];
