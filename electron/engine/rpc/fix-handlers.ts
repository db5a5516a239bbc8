import { randomUUID } from 'node:crypto';
import type { Schedule } from '../../../shared/contract/methods.ts';
import { runId } from '../../../shared/domain/ids.ts';
import { failed } from '../../../shared/failed.ts';
import { parseFixParams } from '../triage/fixes/parse-fix-params.ts';
import { planFix } from '../triage/fixes/plan-fix.ts';
import type { HandlerDeps, Part } from './handler-deps.ts';
import { runTermsOf } from './run-terms-of.ts';

export function fixHandlers({
  ports,
  outbox,
  board,
  stores,
  settled,
}: HandlerDeps): Part<'fix' | 'run' | 'runs'> {
  const termsFor = (schedule: Schedule | null | undefined, ids: readonly string[]) =>
    schedule
      ? runTermsOf(
          schedule,
          stores.list().filter(({ id }) => ids.includes(id)),
          ports.clock.now(),
        )
      : {};
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
    'fix.commit': async ({ plan, confirm, schedule, stages }) => {
      const terms = { ...termsFor(schedule, [...new Set(plan.writes.map(({ store }) => store))]), stages };
      const committed = outbox.commit(plan, confirm, schedule || stages ? terms : undefined);
      await settled();
      return committed;
    },
    'run.undoPlan': ({ run }) => {
      const { orders, skipped, ...counts } = outbox.previewUndo(runId(run));
      return {
        ...counts,
        orders: orders.map(({ does, ...order }) => ({ ...order, does: [...does] })),
        skipped: [...skipped],
      };
    },
    'run.undo': async ({ run }) => {
      const { skipped, ...undone } = outbox.undo(runId(run));
      await settled();
      return { ...undone, skipped: [...skipped] };
    },
    'run.first': ({ run, first }) => {
      if (first) outbox.runControl.first(runId(run));
      else outbox.runControl.inTurn(runId(run));
      return {};
    },
    'run.schedule': async ({ run: id, schedule }) => {
      const { run } = outbox.run(runId(id));
      outbox.runControl.schedule(runId(id), termsFor(schedule, run.stores));
      await settled();
      return {};
    },
    'runs.list': () => [...outbox.runs()],
    'run.get': ({ run: id }) => {
      const { run, orders } = outbox.run(runId(id));
      return { run, orders: orders.map((order) => ({ ...order, changes: [...order.changes] })) };
    },
  };
}
