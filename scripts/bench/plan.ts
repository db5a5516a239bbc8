import { drawPlan, planScope } from './draw-plan.ts';
import { LONG_TURNS, type Subject } from './lab.ts';
import { openBenchEngine } from './open-bench-engine.ts';
import { benchRow } from './row.ts';
import { median, spread } from './statistics.ts';
import { timed } from './take-turns.ts';

/** A fix for ten thousand orders as a dry run: read, project, judge, plan, predict. */
export const plan: Subject = {
  name: 'plan 10k orders',
  run: async (lab) => {
    const engine = await openBenchEngine(await lab.filled(planScope(lab)));
    const { orders, writes } = await drawPlan(engine);
    const taken: number[] = [];
    for (let turn = 0; turn < LONG_TURNS; turn += 1) taken.push(await timed(() => drawPlan(engine)));
    await engine.close();
    lab.note(`  plan ${spread(taken)} for ${orders.length} orders, ${writes.length} writes`);
    return [
      benchRow({ name: 'plan 10k orders', value: median(taken), unit: 'ms', floor: null }, { atMost: 1000 }),
    ];
  },
};
