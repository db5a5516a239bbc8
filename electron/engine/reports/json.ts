import type { ReportWords } from './report-words.ts';
import type { Report } from './report.ts';

/** The whole report for programs: times in ISO 8601 UTC, money in minor units. */
export function reportAsJson(report: Report, words: ReportWords): string {
  const iso = (at: number): string => new Date(at).toISOString();
  const value = {
    from: iso(report.period.from),
    to: iso(report.period.to),
    madeAt: iso(report.madeAt),
    agent: report.agent,
    stores: report.stores,
    runs: report.runs.map(
      ({ id, fix, createdAt, agent, orders, writes, counts, undoOf, undoneBy, stores }) => ({
        id,
        fix,
        at: iso(createdAt),
        agent,
        stores,
        orders,
        writes,
        counts,
        undoOf,
        undoneBy,
      }),
    ),
    orders: report.orders.map(({ order, actions }) => ({
      store: order.storeId,
      order: order.name,
      gid: order.gid,
      createdAt: iso(order.createdAt),
      state: order.state,
      stuckAgain: order.regressed ? { run: order.regressed.run, since: iso(order.regressed.at) } : null,
      errorType: order.errorType,
      diagnoses: order.diagnoses.map((diagnosis) => ({
        type: diagnosis.type,
        source: diagnosis.source,
        message: diagnosis.message,
        evidence: diagnosis.evidence,
        sentence: words.evidence(diagnosis),
      })),
      value: order.value,
      customer: order.customer,
      city: order.city,
      country: order.country,
      actions: actions.map((action) => ({ ...action, at: iso(action.at) })),
    })),
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}
