import type { Diagnosis, DiagnosisSource } from '../../../shared/domain/diagnosis.ts';
import type { ErrorType, OrderState } from '../../../shared/domain/error-type.ts';
import type { Millis, Order } from '../../../shared/domain/order.ts';
import type { StoreSettings } from '../../../shared/domain/store.ts';
import type { TriageContext } from './context.ts';
import { diagnose, diagnosisOf } from './diagnose.ts';
import { parsePlatformMessage } from './platform-messages.ts';
import { shortOf } from './rules/out-of-stock.ts';
import { RULES } from './rules/registry.ts';

/** Whether the fulfilment platform's API lists the order, and with what status and message. */
export type PlatformVerdict =
  | { readonly known: false }
  | { readonly known: true; readonly status: string; readonly message: string | null };

/** What an agent decided about an order. `until`: UTC ms; null on a snooze: until its cause has gone. */
export interface Mark {
  readonly kind: 'snoozed' | 'dismissed';
  readonly until: Millis | null;
}

export interface JudgeInput {
  readonly verdict: PlatformVerdict;
  /** The sync message of an imported list, for an order that the API does not list. */
  readonly importedMessage?: string | null;
  readonly mark: Mark | null;
  /** UTC ms. */
  readonly now: Millis;
  /** When the order, or what it rests on, last changed (UTC ms): the platform needs time to look at it again. */
  readonly lastChangeAt: Millis;
}

export interface Judgement {
  readonly state: OrderState;
  /** The primary one, which decides the order's board; null when synced, waiting or closed. */
  readonly errorType: ErrorType | null;
  /** The primary one first; none when synced, waiting or closed. */
  readonly diagnoses: readonly Diagnosis[];
}

const free = (state: 'synced' | 'waiting' | 'closed'): Judgement => ({
  state,
  errorType: null,
  diagnoses: [],
});

function stuck(primary: Diagnosis, others: readonly Diagnosis[]): Judgement {
  return { state: 'stuck', errorType: primary.type, diagnoses: [primary, ...others] };
}

/**
 * Where an order stands: the platform's word where there is one, else what the order itself shows (domain.md, Where
 * sync state comes from). Without a connected platform an order that shows nothing is taken to have synced.
 */
export function judge(order: Order, ctx: TriageContext, input: JudgeInput): Judgement {
  const judgement = withoutMark(order, ctx, input);
  return input.mark && judgement.state === 'stuck' && holds(input.mark, judgement, input.now)
    ? { ...judgement, state: input.mark.kind }
    : judgement;
}

function withoutMark(order: Order, ctx: TriageContext, input: JudgeInput): Judgement {
  const { verdict, importedMessage = null, now, lastChangeAt } = input;
  if (verdict.known && verdict.status === 'BACKORDER')
    return stuck(
      diagnosisOf('out_of_stock', RULES.out_of_stock.told(order, ctx, []), 'platform', verdict.message),
      [],
    );
  if (verdict.known && verdict.status !== 'EXCEPTION') return free('synced');

  const local = diagnose(order, ctx);
  const message =
    [verdict.known ? verdict.message : null, importedMessage].find((text) => text?.trim()) ?? null;
  if (message !== null) {
    const said = platformDiagnosis(order, ctx, message);
    const foreseen = local.find((d) => d.type === said.type) ?? local[0];
    return stuck(
      { ...said, foreseen: foreseen?.type ?? null },
      local.filter((d) => d.type !== said.type),
    );
  }

  const [primary, ...others] = local;
  if (verdict.known) return stuck(primary ?? unexplained(order, ctx, 'platform'), others);

  if (neverSyncs(order, ctx.settings)) return free('closed');
  const ended = order.cancelledAt !== null || order.fulfillmentStatus === 'FULFILLED';
  if (ended && !ctx.platformConnected) return free('closed');

  const graceMs = ctx.settings.graceMinutes * 60_000;
  if (primary) return now - order.createdAt < graceMs ? free('waiting') : stuck(primary, others);
  if (now - Math.max(order.createdAt, lastChangeAt) < graceMs) return free('waiting');
  if (!ctx.platformConnected) return free('synced');
  return stuck(unexplained(order, ctx, 'local'), []);
}

/** What is left when no rule sees anything: goods that the platform does not have, else nothing known. */
function unexplained(order: Order, ctx: TriageContext, source: DiagnosisSource): Diagnosis {
  const short = shortOf(order, ctx);
  // That goods are missing is our own reading of its stock, whoever says that the order is kept.
  return short === null
    ? diagnosisOf('unknown', { message: null }, source, null)
    : diagnosisOf('out_of_stock', short, 'local', null);
}

/** The platform's word with the order's own evidence, as far as the order shows it. */
function platformDiagnosis(order: Order, ctx: TriageContext, message: string): Diagnosis {
  const { type, ids } = parsePlatformMessage(message);
  if (type === 'unknown') return diagnosisOf('unknown', { message }, 'platform', message);
  const rule = RULES[type];
  const found = ids.length === 0 ? rule.find(order, ctx) : null;
  return diagnosisOf(type, found ?? rule.told(order, ctx, ids), 'platform', message);
}

/** Orders that the platform never takes: test orders, point-of-sale orders without shipping, orders before the start. */
function neverSyncs(order: Order, settings: StoreSettings): boolean {
  const overTheCounter =
    order.sourceName?.toLowerCase() === 'pos' &&
    order.shippingLine === null &&
    order.shippingAddress === null;
  return order.test || overTheCounter || order.createdAt < settings.since;
}

/** A snooze without end lasts while something known keeps the order; when nothing does, an agent has to look. */
function holds(mark: Mark, judgement: Judgement, now: Millis): boolean {
  if (mark.kind === 'dismissed') return true;
  if (mark.until !== null) return now < mark.until;
  const [primary] = judgement.diagnoses;
  return primary?.type !== 'unknown' || primary.source === 'platform';
}
