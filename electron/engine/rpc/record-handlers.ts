import { runId, storeId } from '../../../shared/domain/ids.ts';
import { failed } from '../../../shared/failed.ts';
import { runDoctor } from '../doctor/run-doctor.ts';
import { makeReport } from '../reports/make-report.ts';
import type { HandlerDeps, Part } from './handler-deps.ts';

export function recordHandlers({
  ports,
  options,
  databases,
  stores,
  outbox,
  board,
}: HandlerDeps): Part<'report' | 'history' | 'doctor'> {
  return {
    'report.make': ({ from, to, storeId: id, format, redact, language }) => {
      if (from > to) throw failed('bad_input', { code: 'period_reversed' }, { meta: { field: 'to' } });
      if (id !== undefined) stores.get(storeId(id));
      return makeReport(
        { from, to, storeId: id ?? null },
        format,
        {
          ordersIn: (states, store) =>
            board.list({ states: [...states], ...(store === null ? {} : { storeId: store }) }).items,
          orderByGid: (store, gid) => {
            const found = board.orderByGid(storeId(store), gid);
            return found ? (board.page([found.id])[0] ?? null) : null;
          },
          runs: () => outbox.runs(),
          runOrders: (run) =>
            outbox.run(runId(run)).orders.map((order) => ({ ...order, changes: [...order.changes] })),
          stores: stores.list().map(({ id: key, name }) => ({ id: key, name })),
        },
        {
          madeAt: ports.clock.now(),
          agent: ports.agent,
          redact: redact ?? false,
          language: language ?? 'en',
        },
      );
    },
    'history.list': ({ orderId, run, storeId: store, ...query }) => [
      ...outbox.history({
        ...query,
        order: orderId === undefined ? undefined : board.reference(orderId),
        run: run === undefined ? undefined : runId(run),
        store: store === undefined ? undefined : storeId(store),
      }),
    ],
    'history.people': () => [...outbox.people()],
    'history.export': ({ format }) => {
      const day = new Date(ports.clock.now()).toISOString().slice(0, 10);
      const mime = format === 'csv' ? 'text/csv' : 'application/json';
      return { fileName: `unstuck-history-${day}.${format}`, mime, ...outbox.exportHistory(format) };
    },
    'doctor.run': () => runDoctor({ ports, options, databases, stores: stores.list() }),
  };
}
