import { randomUUID } from 'node:crypto';
import { runId } from '../../../shared/domain/ids.ts';
import { failed } from '../../../shared/failed.ts';
import { parseFixParams } from '../triage/fixes/parse-fix-params.ts';
import { planFix } from '../triage/fixes/plan-fix.ts';
import type { HandlerDeps, Part } from './handler-deps.ts';

export function fixHandlers({ ports, outbox, board, settled }: HandlerDeps): Part<'fix' | 'run' | 'runs'> {
  return {
    'fix.plan': ({ fix, scope, params = {} }) => {
      const parsed = parseFixParams(fix, params);
      if (!parsed.ok) throw failed('bad_input', parsed.why, { meta: { field: parsed.field } });
      const { orders, stores } = board.planInputs(scope);
      let written = 0;
      return planFix({
        planId: randomUUID(),
        now: ports.clock.now(),
        fix,
        params,
        orders,
        stores,
        newWriteKey: () => `w${(written += 1)}`,
      });
    },
    'fix.commit': async ({ plan, confirm }) => {
      const committed = outbox.commit(plan, confirm);
      await settled();
      return committed;
    },
    'run.undo': async ({ run }) => {
      const { skipped, ...undone } = outbox.undo(runId(run));
      await settled();
      return { ...undone, skipped: [...skipped] };
    },
    'runs.list': () => [...outbox.runs()],
    'run.get': ({ run: id }) => {
      const { run, orders } = outbox.run(runId(id));
      return { run, orders: orders.map((order) => ({ ...order, changes: [...order.changes] })) };
    },
  };
}
