import type { StoreRow } from '../../../shared/contract/rows.ts';
import { storeId, type StoreId } from '../../../shared/domain/ids.ts';
import { failed } from '../../../shared/failed.ts';
import { ASKED_SCOPES } from '../../../shared/domain/scope.ts';
import { SCOPE_COSTS_IN_ENGLISH } from '../../../shared/words/en-scope.ts';
import { grants } from '../shopify/scopes.ts';
import { addReadOnlyStore } from '../stores/add-read-only-store.ts';
import { addStore } from '../stores/add-store.ts';
import { platformKeyName, tokenName } from '../stores/connections.ts';
import { renewAccess } from '../stores/renew-access.ts';
import type { Store } from '../stores/store.ts';
import { tryStore } from '../stores/try-store.ts';
import { VERSION } from '../version.ts';
import { type HandlerDeps, oneStore, type Part } from './handler-deps.ts';

export function storeHandlers(
  deps: HandlerDeps,
): Part<'engine' | 'workspace' | 'network' | 'stores' | 'sync'> {
  const { ports, options, repo, stores, connections, network, outbox, board, sync, publish } = deps;
  const rowOf = (store: Store): StoreRow => {
    const counts = board.storeCounts().get(store.id);
    const { platform, scopes, missingScopes, redacted } = store;
    return {
      id: store.id,
      name: store.name,
      domain: store.domain,
      currency: store.currency,
      state: store.state,
      stateReason: store.stateReason,
      stateSaid: store.stateSaid,
      orders: counts?.orders ?? 0,
      stuck: counts?.stuck ?? 0,
      unread: counts?.unread ?? null,
      lastSync: store.lastSync,
      scopes: [...scopes],
      missingScopes: [...missingScopes],
      redacted: [...redacted],
      platform: platform !== null,
      settings: store.settings,
      ...board.ruleStanding(store),
    };
  };
  const changed = (id: StoreId): void => {
    for (const topic of ['stores', 'board', 'orders', 'causes'] as const)
      publish({ type: 'changed', topic, storeId: id });
  };
  return {
    'engine.status': () => ({
      version: VERSION,
      host: options.host,
      demo: options.demo ?? false,
      agent: ports.agent,
      now: ports.clock.now(),
      syncing: [...sync.running()],
      offline: network.isOffline(),
      notices: [...deps.databases.notices],
    }),
    'workspace.open': async ({ workspace }) => {
      if (!options.openWorkspace) throw failed('refused', { code: 'one_workspace' });
      await options.openWorkspace(workspace);
      return {};
    },
    'network.set': ({ offline }) => {
      network.set(offline);
      if (!offline) for (const { id } of stores.list()) outbox.reconnected(id);
      publish({ type: 'changed', topic: 'status' });
      return {};
    },
    'stores.list': () => stores.list().map(rowOf),
    'stores.add': async (input, { signal }) => {
      const store = await addStore(input, { stores: repo, ports, signal });
      changed(store.id);
      return rowOf(store);
    },
    'stores.addReadOnly': (input) => {
      const store = addReadOnlyStore(input, { stores: repo, clock: ports.clock });
      changed(store.id);
      return rowOf(store);
    },
    'stores.check': async (input, { signal }) => {
      const { probe, platformProducts } = await tryStore(input, ports, signal);
      const { name, domain, currency, scopes, redacted } = probe;
      return {
        shopName: name,
        domain,
        currency,
        scopes: ASKED_SCOPES.map((scope) => ({
          scope,
          granted: grants(scopes, scope),
          costs: SCOPE_COSTS_IN_ENGLISH[scope],
        })),
        redacted: [...redacted],
        platformProducts,
      };
    },
    'stores.reconnect': async (input, { signal }) => {
      const { id } = stores.get(storeId(input.storeId));
      const { platform, probe } = await renewAccess(stores.get(id), input, ports, signal);
      connections.forget(id);
      stores.notePlatform(id, platform);
      stores.noteVariables(id, { tokenEnv: input.tokenEnv, platformKeyEnv: input.platformKeyEnv });
      if (probe) {
        stores.noteAccess(id, probe);
        stores.noteSync(id, { state: 'ok', reason: null, said: null, at: null });
        outbox.reconnected(id);
      }
      changed(id);
      return rowOf(stores.get(id));
    },
    'stores.set': async ({ storeId: id, name, settings }) => {
      const store = stores.change(storeId(id), { name, settings });
      await sync.rejudgeStore(store.id);
      changed(store.id);
      return rowOf(store);
    },
    'stores.remove': async ({ storeId: id }) => {
      const store = stores.get(storeId(id));
      const open = outbox.list({ store: store.id, states: ['sending', 'unknown'], limit: 1 });
      if (open.length > 0) throw failed('refused', { code: 'undecided_writes', name: store.name });
      outbox.forget(store.id);
      connections.forget(store.id);
      repo.delete(store.id);
      await sync.forgetStore(store.id);
      await ports.secrets.delete(tokenName(store.id));
      if (store.platform) await ports.secrets.delete(platformKeyName(store.id));
      changed(store.id);
      return { removed: store.id };
    },
    'sync.run': async ({ storeId: id, full }, { signal }) => {
      publish({ type: 'changed', topic: 'status' });
      try {
        const rows = await sync.run({ storeId: oneStore(id), full, signal });
        for (const row of rows) if (row.error === undefined) outbox.reconnected(storeId(row.id));
        await deps.settled();
        return { stores: rows };
      } finally {
        publish({ type: 'changed', topic: 'status' });
      }
    },
  };
}
