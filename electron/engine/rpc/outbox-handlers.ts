import type { Failure } from '../../../shared/domain/failure.ts';
import type { WriteReason } from '../../../shared/domain/write-reason.ts';
import { runId, writeId } from '../../../shared/domain/ids.ts';
import { failed } from '../../../shared/failed.ts';
import { type HandlerDeps, oneStore, type Part } from './handler-deps.ts';

export function outboxHandlers({ outbox, stores, settled, publish }: HandlerDeps): Part<'outbox'> {
  const decided = async (changed: number): Promise<{ changed: number }> => {
    await settled();
    return { changed };
  };
  const ids = (writes: readonly number[]) => writes.map(writeId);
  const meant = ({ writes = [], alike }: { writes?: number[] | undefined; alike?: number | undefined }) =>
    alike === undefined ? ids(writes) : outbox.alike(writeId(alike));
  return {
    'outbox.list': ({ states, run, steps, limit }) => {
      const items = outbox.list({
        ...(states === undefined ? {} : { states }),
        ...(run === undefined ? {} : { run: runId(run) }),
        ...(steps === undefined ? {} : { steps }),
        ...(limit === undefined ? {} : { limit }),
      });
      const { all, stores } = outbox.paused();
      return { counts: outbox.counts(), items: [...items], paused: { all, stores: [...stores] } };
    },
    'outbox.drain': async ({ timeoutMs }, { signal }) => {
      const { counts, offline, unauthorized } = await outbox.drain({ timeoutMs, signal });
      await settled();
      // As a sync would: what a store's list says must not wait for the next one.
      for (const id of unauthorized) {
        const [blocked] = outbox.list({ store: id, states: ['blocked_auth'], limit: 1 });
        stores.noteSync(id, {
          state: 'reconnect',
          reason: blocked?.reason ?? null,
          said: blocked?.said ? refusalIn(blocked.said) : null,
          at: null,
        });
        publish({ type: 'changed', topic: 'stores', storeId: id });
      }
      return { counts, offline: [...offline], unauthorized: [...unauthorized] };
    },
    'outbox.pause': ({ storeId: id, run }) => {
      if (run === undefined) outbox.pause(oneStore(id));
      else outbox.runControl.pause(runId(run));
      return {};
    },
    'outbox.resume': async ({ storeId: id, run }) => {
      if (run === undefined) outbox.resume(oneStore(id));
      else outbox.runControl.resume(runId(run));
      await settled();
      return {};
    },
    'outbox.retry': (some) =>
      decided(some.run === undefined ? outbox.retry(meant(some)) : outbox.runControl.retry(runId(some.run))),
    'outbox.cancel': (some) =>
      decided(
        some.run === undefined ? outbox.cancel(meant(some)) : outbox.runControl.cancel(runId(some.run)),
      ),
    'outbox.rules': () => outbox.retryRules(),
    'outbox.setRule': ({ trouble, rule }) => {
      outbox.setRetryRule(trouble, rule);
      return {};
    },
    'outbox.resolve': ({ writes, choice, fields, alike = false }) => {
      if (choice === undefined && fields === undefined)
        throw failed('bad_input', { code: 'choice_missing', field: 'choice' }, { meta: { field: 'choice' } });
      return decided(outbox.resolve(ids(writes), { choice, fields, alike }));
    },
  };
}

/** What refused a store's token, as the reason of a write that it blocks tells. */
function refusalIn(reason: WriteReason): Failure | null {
  if (reason.code === 'failure') return reason.failure;
  return reason.code === 'trouble' ? { code: 'not_authorised', trouble: reason.trouble } : null;
}
