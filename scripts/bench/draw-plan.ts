import type { Engine } from '../../electron/engine/engine.ts';
import type { Plan } from '../../shared/domain/plan.ts';
import type { Lab } from './lab.ts';
import { CALL } from './open-bench-engine.ts';
import type { WorkspaceSpec } from './workspace.ts';

/** Ten thousand orders that one fix is for, whatever the size of the benchmark. */
export const planScope = ({ stores, seed }: Lab): WorkspaceSpec => ({
  seed,
  stores,
  orders: 10_000,
  trouble: 'ignored_by_tag',
});

/** The dry run of that fix, one write per order. */
export const drawPlan = async (engine: Engine): Promise<Plan> =>
  engine.handlers['fix.plan']({ fix: 'remove_ignore_tag', scope: { errorType: 'ignored_by_tag' } }, CALL);
