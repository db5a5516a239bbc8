import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Demo } from '../../../demo/start-demo.ts';
import type { StoreId } from '../../../../shared/domain/ids.ts';
import { ASKED_SCOPES } from '../../../../shared/domain/scope.ts';
import { DEFAULT_CUTOFFS } from '../../../../shared/domain/cutoff.ts';
import { ADDED_RULE_DEFAULTS } from '../../../../shared/domain/store.ts';
import { journalMigrations } from '../../db/migrations/journal.ts';
import { openDatabase, type WritableDb } from '../../db/open.ts';
import { TEST_KEY, tempDir } from '../../db/test-support/temp-dir.ts';
import type { Clock, Http } from '../../ports.ts';
import { createBulkWriter } from '../../shopify/bulk/bulk-writer.ts';
import { type AdminClient, createAdminClient } from '../../shopify/client.ts';
import { createOutbox, type Outbox } from '../outbox.ts';
import { slugOf } from './demo-outbox.ts';
import { quietLogger } from './workbench.ts';

/** An outbox over demo merchants, whose sleep lets the merchants' time pass, and whose process can die at a request. */
interface DemoBench {
  readonly outbox: Outbox;
  client(store: StoreId): AdminClient;
  /** The process dies at the next request that speaks of `pattern`, before or after it arrived; resolves then. */
  dieAt(pattern: RegExp, arrives: boolean): Promise<void>;
  /** Another process opens the same journal. */
  restart(): void;
}

const never = new Promise<never>(() => undefined);

/** @param bulk whether writes may go in bulk */
export function demoBench(demo: Demo, { bulk = true } = {}): DemoBench {
  const file = join(tempDir(), 'journal.db');
  let moved = 0;
  let end: (() => void) | null = null;
  let journal: WritableDb;
  let outbox: Outbox;

  function start(): void {
    let isDead = false;
    let fuse: { readonly pattern: RegExp; readonly arrives: boolean; burnt(): void } | null = null;
    const clock: Clock = {
      now: () => Date.now() + moved,
      sleep: async (ms, signal) => {
        // Long sleeps are for the merchants' points, so that their time passes too; whoever is about to answer does so first.
        for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setTimeout(resolve, 1));
        if (isDead) return never;
        if (signal?.aborted) return;
        moved += ms;
        demo.act.moveTime(ms);
      },
    };
    const http: Http = async (url, init) => {
      if (isDead) return never;
      const lit = fuse?.pattern.test(`${url} ${typeof init.body === 'string' ? init.body : ''}`)
        ? fuse
        : null;
      if (lit && !lit.arrives) {
        isDead = true;
        lit.burnt();
        return never;
      }
      const response = await fetch(url, init);
      if (lit) {
        isDead = true;
        lit.burnt();
      }
      return isDead ? never : response;
    };
    journal = openDatabase({ file, key: TEST_KEY, migrations: journalMigrations });
    const clients = new Map(
      demo.stores.map(({ domain, endpoint, token }) => [
        slugOf(domain),
        createAdminClient({ domain, endpoint, token, http, clock, logger: quietLogger, timeoutMs: 10_000 }),
      ]),
    );
    clientOf = (store) => {
      const client = [...clients].find(([id]) => id === store)?.[1];
      if (!client) throw new Error(`There is no store ${store}.`);
      return client;
    };
    outbox = createOutbox({
      journal,
      clock,
      random: () => 0.5,
      connections: {
        admin: async (store) => clientOf(store),
        ...(bulk ? { bulk: async (store) => createBulkWriter(clientOf(store)) } : {}),
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
    outbox.recover();
    lightFuse = (pattern, arrives) =>
      new Promise((resolve) => {
        fuse = { pattern, arrives, burnt: resolve };
      });
    end = () => {
      isDead = true;
      journal.close();
    };
  }
  let clientOf: DemoBench['client'] = (store) => {
    throw new Error(`No process reaches ${store}.`);
  };
  let lightFuse: DemoBench['dieAt'] = () => Promise.reject(new Error('No process runs.'));
  start();
  onTestFinished(() => end?.());

  return {
    get outbox() {
      return outbox;
    },
    client: (store) => clientOf(store),
    dieAt: (pattern, arrives) => lightFuse(pattern, arrives),
    restart: () => {
      end?.();
      start();
    },
  };
}
