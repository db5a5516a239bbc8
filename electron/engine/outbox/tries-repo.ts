import { z } from 'zod';
import type { WriteId } from '../../../shared/domain/ids.ts';
import type { Millis } from '../../../shared/domain/order.ts';
import {
  DEFAULT_RETRY_RULES,
  RETRY_TROUBLES,
  type RetryRule,
  type RetryRules,
  type RetryTrouble,
} from '../../../shared/domain/retry-rule.ts';
import type { WritableDb } from '../db/open.ts';

/** Tries of a write that came to nothing in a row, since when (UTC ms), all for the same kind of trouble. */
interface Tries {
  readonly trouble: RetryTrouble;
  readonly tries: number;
  readonly since: Millis;
}

/** SQL of the tables `write_tries` and `retry_rules`. */
export interface TriesRepo {
  get(write: WriteId): Tries | null;
  put(write: WriteId, tries: Tries): void;
  clear(write: WriteId): void;
  /** As the agent set them, else as they are by default. */
  rules(): RetryRules;
  setRule(trouble: RetryTrouble, rule: RetryRule): void;
}

const trouble = z.enum(RETRY_TROUBLES);
const triesRow = z.object({ trouble, tries: z.int(), since: z.int() });
const ruleRow = z
  .object({ trouble, most: z.int().nullable(), within_ms: z.int().nullable() })
  .transform((row) => [row.trouble, { most: row.most, withinMs: row.within_ms }] as const);

/** Prepares the statements on the journal. */
export function createTriesRepo(db: WritableDb): TriesRepo {
  const get = db.prepare('SELECT trouble, tries, since FROM write_tries WHERE write = ?');
  const put = db.prepare(`
    INSERT INTO write_tries (write, trouble, tries, since) VALUES (@write, @trouble, @tries, @since)
    ON CONFLICT (write) DO UPDATE SET trouble = excluded.trouble, tries = excluded.tries, since = excluded.since`);
  const clear = db.prepare('DELETE FROM write_tries WHERE write = ?');
  const rules = db.prepare('SELECT trouble, most, within_ms FROM retry_rules');
  const setRule = db.prepare(`
    INSERT INTO retry_rules (trouble, most, within_ms) VALUES (?, ?, ?)
    ON CONFLICT (trouble) DO UPDATE SET most = excluded.most, within_ms = excluded.within_ms`);
  return {
    get: (write) => {
      const row = get.get(write);
      return row === undefined ? null : triesRow.parse(row);
    },
    put: (write, tries) => void put.run({ write, ...tries }),
    clear: (write) => void clear.run(write),
    rules: () => ({
      ...DEFAULT_RETRY_RULES,
      ...Object.fromEntries(rules.all().map((row) => ruleRow.parse(row))),
    }),
    setRule: (name, { most, withinMs }) => void setRule.run(name, most, withinMs),
  };
}
