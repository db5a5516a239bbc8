import type { FixKind } from '../../../shared/domain/fix.ts';
import type { OrderRow, RunOrderRow, RunRow } from '../../../shared/contract/rows.ts';
import type { Diagnosis } from '../../../shared/domain/diagnosis.ts';
import type { CheckOutcome } from '../../../shared/domain/order-check.ts';
import { ADDRESS_FIELDS, type Millis } from '../../../shared/domain/order.ts';
import type { WriteState } from '../../../shared/domain/write.ts';
import type { ReportWords } from './report-words.ts';

export interface ReportPeriod {
  /** Inclusive bounds, UTC ms. */
  readonly from: Millis;
  readonly to: Millis;
  readonly storeId: string | null;
}

/** What was done to one order in the period. */
export interface ReportAction {
  readonly run: string;
  readonly fix: FixKind;
  readonly at: Millis;
  readonly agent: string;
  readonly state: WriteState;
  readonly reason: string | null;
  /** What became of the order after it; null: it is not that far. */
  readonly outcome: CheckOutcome | null;
  readonly changes: readonly {
    readonly field: string;
    readonly before: string | null;
    readonly after: string | null;
  }[];
}

export interface ReportOrder {
  readonly order: OrderRow;
  readonly actions: readonly ReportAction[];
}

/**
 * An incident report: orders created in the period that are stuck, snoozed or dismissed now, and every order that a run
 * of the period touched, whatever became of it.
 */
export interface Report {
  readonly period: ReportPeriod;
  readonly madeAt: Millis;
  readonly agent: string;
  readonly stores: readonly { readonly id: string; readonly name: string }[];
  readonly orders: readonly ReportOrder[];
  readonly runs: readonly RunRow[];
}

export interface ReportSources {
  /** Orders in one of the given states, all stores or one. */
  readonly ordersIn: (states: readonly OrderRow['state'][], storeId: string | null) => readonly OrderRow[];
  readonly orderByGid: (storeId: string, gid: string) => OrderRow | null;
  readonly runs: () => readonly RunRow[];
  readonly runOrders: (run: string) => readonly RunOrderRow[];
  readonly stores: readonly { readonly id: string; readonly name: string }[];
}

/** Gathers a report; orders come store by store, oldest first. */
export function gatherReport(
  period: ReportPeriod,
  sources: ReportSources,
  meta: { readonly madeAt: Millis; readonly agent: string },
  words: ReportWords,
): Report {
  const inPeriod = (at: Millis): boolean => at >= period.from && at <= period.to;
  const wanted = (storeId: string): boolean => period.storeId === null || period.storeId === storeId;
  const actions = new Map<string, ReportAction[]>();
  const orders = new Map<string, OrderRow>();
  const keyOf = (storeId: string, gid: string): string => `${storeId} ${gid}`;

  for (const order of sources.ordersIn(['stuck', 'snoozed', 'dismissed'], period.storeId))
    if (inPeriod(order.createdAt)) orders.set(keyOf(order.storeId, order.gid), order);

  const runs = sources.runs().filter((run) => inPeriod(run.createdAt) && run.stores.some(wanted));
  for (const run of runs) {
    for (const touched of sources.runOrders(run.id)) {
      if (!wanted(touched.store)) continue;
      const key = keyOf(touched.store, touched.gid);
      const order = orders.get(key) ?? sources.orderByGid(touched.store, touched.gid);
      if (!order) continue;
      orders.set(key, order);
      const list = actions.get(key) ?? [];
      list.push({
        run: run.id,
        fix: run.fix,
        at: run.createdAt,
        agent: run.agent,
        state: touched.state,
        reason: touched.said ? words.reason(touched.said) : touched.reason,
        outcome: touched.check?.outcome ?? null,
        changes: touched.changes.map(({ field, before, after }) => ({ field, before, after })),
      });
      actions.set(key, list);
    }
  }

  return {
    period,
    ...meta,
    stores: sources.stores.filter(({ id }) => wanted(id)),
    orders: [...orders]
      .map(([key, order]) => ({ order, actions: (actions.get(key) ?? []).toSorted((a, b) => a.at - b.at) }))
      .toSorted(
        (a, b) =>
          a.order.storeId.localeCompare(b.order.storeId) ||
          a.order.createdAt - b.order.createdAt ||
          a.order.id - b.order.id,
      ),
    runs,
  };
}

/** The report without what names a person: customer and staff, city, addresses, e-mails and phones in changes. */
export function redactReport(report: Report, words: ReportWords): Report {
  return {
    ...report,
    orders: report.orders.map(({ order, actions }) => ({
      order: {
        ...order,
        customer: null,
        city: null,
        diagnoses: order.diagnoses.map((diagnosis) => redactDiagnosis(diagnosis, words)),
      },
      actions: actions.map((action) => ({
        ...action,
        changes: action.changes.map(({ field, before, after }) =>
          PERSONAL.has(field)
            ? {
                field,
                before: before === null ? null : words.redacted,
                after: after === null ? null : words.redacted,
              }
            : { field, before, after },
        ),
      })),
    })),
  };
}

/** Fields of a change that name a person: of an address all but its country. */
const PERSONAL: ReadonlySet<string> = new Set([
  ...ADDRESS_FIELDS.filter((field) => field !== 'countryCode'),
  'email',
]);

function redactDiagnosis(diagnosis: Diagnosis, words: ReportWords): Diagnosis {
  if (diagnosis.type === 'postal_code_missing')
    return { ...diagnosis, evidence: { ...diagnosis.evidence, city: null, suggestion: null } };
  if (diagnosis.type === 'postal_code_invalid')
    return { ...diagnosis, evidence: { ...diagnosis.evidence, city: null, zip: '', suggestion: null } };
  if (diagnosis.type === 'address_too_long')
    return { ...diagnosis, evidence: { ...diagnosis.evidence, lines: [], split: null } };
  if (diagnosis.type === 'contact_invalid')
    return { ...diagnosis, evidence: { ...diagnosis.evidence, faults: [] } };
  if (diagnosis.type === 'duplicate_order') return { ...diagnosis, evidence: { of: null } };
  if (diagnosis.type === 'ignored_by_tag' && diagnosis.evidence.taggedByKind === 'staff')
    return { ...diagnosis, evidence: { ...diagnosis.evidence, taggedBy: words.someoneOfStaff } };
  return diagnosis;
}
