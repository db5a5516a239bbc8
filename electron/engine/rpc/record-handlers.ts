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
    'history.list': ({ orderId, limit }) => {
      const order = orderId === undefined ? undefined : board.reference(orderId);
      return [
        ...outbox.history({
          ...(order === undefined ? {} : { order }),
          ...(limit === undefined ? {} : { limit }),
        }),
      ];
    },
    'doctor.run': () => runDoctor({ ports, options, databases, stores: stores.list() }),
  };
}
