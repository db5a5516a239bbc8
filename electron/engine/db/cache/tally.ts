import type { Diagnosis } from '../../../../shared/domain/diagnosis.ts';
import type { WritableDb } from '../access.ts';
import { stored } from './json.ts';
import type { StoreNo } from './store-numbers.ts';

/** The columns of an order that its board counts by. */
interface CountedOrder {
  readonly store: StoreNo;
  readonly state: string;
  readonly errorType: string | null;
  readonly source: string | null;
  readonly predicted: string | null;
  readonly currency: string;
  readonly valueMinor: number;
  /** The primary one first; as JSON where the row has them so. */
  readonly diagnoses: string | readonly Diagnosis[];
}

interface CountedCause {
  readonly cause: number;
  readonly store: StoreNo;
  readonly currency: string;
  readonly valueMinor: number;
  readonly unblocks: boolean;
}

/**
 * Collects what a transaction changes about the counts and writes each touched row once. `flush` belongs into the same
 * transaction as the rows that were counted.
 */
export interface Tally {
  /** `times`: 1 when the order is now so, -1 when it no longer is. */
  order(order: CountedOrder, times: 1 | -1): void;
  cause(cause: CountedCause, times: 1 | -1): void;
  flush(): void;
}

type OrderKey = [store: number, state: string, errorType: string, source: string, currency: string];
type AgreementKey = [store: number, said: string, foreseen: string];
type CauseKey = [cause: number, store: number, currency: string];
type Delta = [orders: number, valueMinor: number, third: number];

export function createTally(db: WritableDb): Tally {
  const orders = new Deltas<OrderKey>();
  const agreements = new Deltas<AgreementKey>();
  const causes = new Deltas<CauseKey>();
  const addOrders = db.prepare<[...OrderKey, ...Delta]>(
    `INSERT INTO order_counts (store, state, error_type, source, currency, orders, value_minor, resolved)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET orders = orders + excluded.orders, value_minor = value_minor + excluded.value_minor,
       resolved = resolved + excluded.resolved`,
  );
  const dropOrders = db.prepare<OrderKey>(
    `DELETE FROM order_counts
     WHERE store = ? AND state = ? AND error_type = ? AND source = ? AND currency = ? AND orders = 0`,
  );
  const addAgreements = db.prepare<[...AgreementKey, number]>(
    `INSERT INTO agreement_counts (store, said, foreseen, orders) VALUES (?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET orders = orders + excluded.orders`,
  );
  const dropAgreements = db.prepare<AgreementKey>(
    'DELETE FROM agreement_counts WHERE store = ? AND said = ? AND foreseen = ? AND orders = 0',
  );
  const addCauses = db.prepare<[...CauseKey, ...Delta]>(
    `INSERT INTO cause_counts (cause, store, currency, orders, value_minor, unblocks)
     VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET orders = orders + excluded.orders, value_minor = value_minor + excluded.value_minor,
       unblocks = unblocks + excluded.unblocks`,
  );
  const dropCauses = db.prepare<CauseKey>(
    'DELETE FROM cause_counts WHERE cause = ? AND store = ? AND currency = ? AND orders = 0',
  );
  return {
    order({ store, state, errorType, source, predicted, currency, valueMinor, diagnoses }, times) {
      if (state === 'stuck' && source === 'platform') {
        const [primary] = typeof diagnoses === 'string' ? stored<readonly Diagnosis[]>(diagnoses) : diagnoses;
        if (primary?.foreseen !== undefined)
          agreements.add([store, primary.type, primary.foreseen ?? ''], [1, 0, 0], times);
      }
      const resolved = state === 'stuck' && predicted === null ? 1 : 0;
      orders.add([store, state, errorType ?? '', source ?? '', currency], [1, valueMinor, resolved], times);
    },
    cause({ cause, store, currency, valueMinor, unblocks }, times) {
      causes.add([cause, store, currency], [1, valueMinor, unblocks ? 1 : 0], times);
    },
    flush() {
      for (const [key, delta] of orders.take()) {
        addOrders.run(...key, ...delta);
        if (delta[0] < 0) dropOrders.run(...key);
      }
      for (const [key, [n]] of agreements.take()) {
        addAgreements.run(...key, n);
        if (n < 0) dropAgreements.run(...key);
      }
      for (const [key, delta] of causes.take()) {
        addCauses.run(...key, ...delta);
        if (delta[0] < 0) dropCauses.run(...key);
      }
    },
  };
}

/** Sums of changes by key; what cancels out is left out. */
class Deltas<Key extends readonly (string | number)[]> {
  readonly #sums = new Map<string, { readonly key: Key; delta: Delta }>();

  add(key: Key, [orders, value, third]: Delta, times: 1 | -1): void {
    const name = key.join('\u0000');
    const entry = this.#sums.get(name) ?? { key, delta: [0, 0, 0] };
    const [a, b, c] = entry.delta;
    entry.delta = [a + times * orders, b + times * value, c + times * third];
    this.#sums.set(name, entry);
  }

  take(): (readonly [Key, Delta])[] {
    const changed = [...this.#sums.values()].filter(({ delta }) => delta.some((part) => part !== 0));
    this.#sums.clear();
    return changed.map(({ key, delta }) => [key, delta]);
  }
}
