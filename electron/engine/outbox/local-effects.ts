import { assertNever } from '../../../shared/domain/assert-never.ts';
import type { StoreId } from '../../../shared/domain/ids.ts';
import type { Millis } from '../../../shared/domain/order.ts';
import type { StoreSettings } from '../../../shared/domain/store.ts';
import type { ConflictField, WriteOp, WriteOpOf } from '../../../shared/domain/write.ts';
import type { WriteReason } from '../../../shared/domain/write-reason.ts';
import { conflictField } from '../../../shared/words/conflict-field.ts';
import type { WriteEffect } from '../triage/fixes/write-effect.ts';
import type { Journal } from './journal.ts';
import type { OrderMark } from './overlay.ts';
import type { LocalOp } from './local-op.ts';

export type SettingOp = WriteOpOf<
  'store_countries_set' | 'store_payment_terms_set' | 'store_shipping_methods_set'
>;

export function isSetting(op: WriteOp): op is SettingOp {
  return (
    op.op === 'store_countries_set' ||
    op.op === 'store_payment_terms_set' ||
    op.op === 'store_shipping_methods_set'
  );
}

/** What `op` makes of a store's settings. */
export function settingOf(op: SettingOp): Partial<StoreSettings> {
  switch (op.op) {
    case 'store_countries_set':
      return { countries: op.set };
    case 'store_payment_terms_set':
      return { paymentTerms: op.set };
    case 'store_shipping_methods_set':
      return { shippingMethods: op.set };
    default:
      return assertNever(op);
  }
}

/** A store's settings where they live: in the journal, beside the outbox. */
export interface SettingsPort {
  /** null: there is no such store any more. */
  read(store: StoreId): StoreSettings | null;
  /** Writes one setting into `journal.stores`, in the transaction that is open. */
  apply(store: StoreId, op: SettingOp): void;
}

export type LocalOutcome =
  | { readonly kind: 'applied'; readonly effect: WriteEffect }
  | { readonly kind: 'conflict'; readonly fields: readonly ConflictField[]; readonly rebased: WriteOp }
  | { readonly kind: 'impossible'; readonly reason: WriteReason };

/**
 * Lets a write without a request take effect, inside the caller's transaction. A setting that somebody changed since
 * it was planned is a conflict like any other.
 */
export function applyLocally(
  journal: Journal,
  settings: SettingsPort,
  write: { readonly store: StoreId; readonly op: LocalOp },
  now: Millis,
): LocalOutcome {
  const { store, op } = write;
  switch (op.op) {
    case 'order_snooze':
      return mark(journal, store, op.order, { kind: 'snoozed', until: op.until, at: now }, null);
    case 'order_dismiss':
      return mark(journal, store, op.order, { kind: 'dismissed', until: null, at: now }, op.reason);
    case 'order_restore':
      return mark(journal, store, op.order, null, null);
    case 'store_countries_set':
    case 'store_payment_terms_set':
    case 'store_shipping_methods_set':
      return setting(settings, store, op);
    default:
      return assertNever(op);
  }
}

function mark(
  journal: Journal,
  store: StoreId,
  order: string,
  next: OrderMark | null,
  reason: string | null,
): LocalOutcome {
  const before = journal.marks.get(store, order);
  journal.marks.put(store, order, next, reason);
  const undo =
    before?.mark.kind === 'snoozed'
      ? { kind: before.mark.kind, until: before.mark.until }
      : before && { kind: before.mark.kind, reason: before.reason };
  return { kind: 'applied', effect: { effect: 'mark', before: undo } };
}

function setting(settings: SettingsPort, store: StoreId, op: SettingOp): LocalOutcome {
  const current = settings.read(store);
  if (!current)
    return {
      kind: 'impossible',
      reason: { code: 'store_gone', store },
    };
  const { now, field, told, rebased, effect } = aboutSetting(current, op);
  if (!same(now, op.base) && !same(now, op.set))
    return { kind: 'conflict', fields: [conflictField(field, told)], rebased };
  if (same(now, op.set)) return { kind: 'applied', effect: { effect: 'none' } };
  settings.apply(store, op);
  return { kind: 'applied', effect };
}

interface AboutSetting {
  readonly now: unknown;
  readonly field: string;
  readonly told: Parameters<typeof conflictField>[1];
  readonly rebased: WriteOp;
  readonly effect: WriteEffect;
}

/** What the setting that `op` changes is now, and how a conflict over it is told. */
function aboutSetting(current: StoreSettings, op: SettingOp): AboutSetting {
  switch (op.op) {
    case 'store_countries_set': {
      const value = (list: StoreSettings['countries']) => list && ({ code: 'countries', list } as const);
      return {
        now: current.countries,
        field: 'countries',
        told: {
          field: { code: 'countries' },
          planned: value(op.base),
          now: value(current.countries),
          mine: value(op.set),
        },
        rebased: { ...op, base: current.countries },
        effect: { effect: 'countries', before: current.countries },
      };
    }
    case 'store_payment_terms_set': {
      const value = (yes: boolean) => ({ code: 'yes_no', yes }) as const;
      return {
        now: current.paymentTerms,
        field: 'paymentTerms',
        told: {
          field: { code: 'payment_terms' },
          planned: value(op.base),
          now: value(current.paymentTerms),
          mine: value(op.set),
        },
        rebased: { ...op, base: current.paymentTerms },
        effect: { effect: 'payment_terms', before: current.paymentTerms },
      };
    }
    case 'store_shipping_methods_set': {
      const value = (methods: readonly string[]) => ({ code: 'methods' as const, methods: [...methods] });
      const now = [...(current.shippingMethods ?? [])];
      return {
        now,
        field: 'shippingMethods',
        told: {
          field: { code: 'shipping_methods' },
          planned: value(op.base),
          now: value(now),
          mine: value(op.set),
        },
        rebased: { ...op, base: now },
        effect: { effect: 'shipping_methods', before: now },
      };
    }
    default:
      return assertNever(op);
  }
}

const same = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);

/** Lists of countries are sets: their order says nothing. */
function canonical(value: unknown): string {
  if (typeof value === 'object' && value !== null && 'countries' in value && Array.isArray(value.countries)) {
    return JSON.stringify({ ...value, countries: value.countries.map(String).toSorted() });
  }
  return JSON.stringify(value);
}
