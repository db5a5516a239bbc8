import { ADDED_RULE_DEFAULTS } from '../../../../shared/domain/store.ts';
import { DEFAULT_CUTOFFS } from '../../../../shared/domain/cutoff.ts';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type StoreId, storeId } from '../../../../shared/domain/ids.ts';
import { journalMigrations } from '../../db/migrations/journal.ts';
import { openDatabase } from '../../db/open.ts';
import { TEST_KEY, tempDir } from '../../db/test-support/temp-dir.ts';
import type { Clock, Http } from '../../ports.ts';
import { createAdminClient } from '../../shopify/client.ts';
import { ASKED_SCOPES } from '../../../../shared/domain/scope.ts';
import { createOutbox, type Outbox } from '../outbox.ts';
import { quietLogger } from './workbench.ts';

/** What of the demo merchants an outbox needs. */
interface DemoStores {
  readonly stores: readonly { readonly domain: string; readonly endpoint: string; readonly token: string }[];
  setFaults(plan: { rules: [] }): void;
}

/** Times as fast as the wall's, so that settling and back-off take no test time. */
const SPEED = 20;
const begun = Date.now();
const quick: Clock = {
  now: () => begun + (Date.now() - begun) * SPEED,
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      const timer = setTimeout(resolve, ms / SPEED);
      signal?.addEventListener('abort', () => {
        clearTimeout(timer);
        resolve();
      });
    }),
};

/** `atelier-nord` of `atelier-nord.myshopify.com`. */
export const slugOf = (domain: string): StoreId => storeId(domain.replace('.myshopify.com', ''));

/** An outbox on a journal of its own over all stores of `demo`, whose faults it clears. */
export function demoOutbox(demo: DemoStores, http: Http = fetch): Outbox {
  demo.setFaults({ rules: [] });
  const journal = openDatabase({
    file: join(tempDir(), 'journal.db'),
    key: TEST_KEY,
    migrations: journalMigrations,
  });
  const clients = new Map(
    demo.stores.map(({ domain, endpoint, token }) => [
      slugOf(domain),
      createAdminClient({
        domain,
        endpoint,
        token,
        http,
        clock: quick,
        logger: quietLogger,
        timeoutMs: 2000,
      }),
    ]),
  );
  const outbox = createOutbox({
    journal,
    clock: quick,
    random: Math.random,
    connections: {
      admin: async (store) => {
        const client = clients.get(store);
        if (!client) throw new Error(`There is no store ${store}.`);
        return client;
      },
    },
    stores: {
      get: () => ({
        scopes: ASKED_SCOPES,
        redacted: [],
        settings: {
          countries: null,
          paymentTerms: false,
          linkRoute: null,
          since: 0,
          graceMinutes: 15,
          globaleTagPrefix: 'Globale',
          ...ADDED_RULE_DEFAULTS,
          cutoffs: DEFAULT_CUTOFFS,
        },
      }),
    },
    applySetting: () => undefined,
    logger: quietLogger,
    agent: 'ana',
    currentOrder: () => null,
  });
  onTestFinished(async () => {
    await outbox.stop();
    journal.close();
  });
  return outbox;
}
