import type { PlannedWrite } from '../../../../shared/domain/plan.ts';
import type { Draft } from './definition.ts';

/** The drafts of one planned order; `order` is its Shopify gid. */
export interface OrderDrafts {
  readonly store: string;
  readonly order: string;
  readonly drafts: readonly Draft[];
}

interface Merged {
  readonly key: string;
  readonly store: string;
  readonly op: Draft['op'];
  readonly orders: Set<string>;
  readonly dependsOn: Set<Merged>;
}

/**
 * The writes of a whole plan: the same write of several orders of a store becomes one that serves them all and waits for
 * whatever it waits for in any of them. A write comes after all it depends on.
 */
export function collectWrites(
  planned: readonly OrderDrafts[],
  newKey: () => string,
): readonly PlannedWrite[] {
  const byIdentity = new Map<string, Merged>();
  const byDraft = new Map<Draft, Merged>();
  for (const { store, order, drafts } of planned) {
    for (const it of drafts) {
      const merged = mergeDraft(it, store);
      merged.orders.add(order);
      for (const earlier of it.after) merged.dependsOn.add(mergeDraft(earlier, store));
    }
  }
  return sorted([...byIdentity.values()]).map(({ key, store, op, orders, dependsOn }) => ({
    key,
    store,
    op,
    dependsOn: [...dependsOn].map((earlier) => earlier.key),
    orders: [...orders],
  }));

  function mergeDraft(it: Draft, store: string): Merged {
    const known = byDraft.get(it);
    if (known?.store === store) return known;
    const identity = `${store} ${JSON.stringify(it.op)}`;
    const merged = byIdentity.get(identity) ?? {
      key: newKey(),
      store,
      op: it.op,
      orders: new Set<string>(),
      dependsOn: new Set<Merged>(),
    };
    byIdentity.set(identity, merged);
    byDraft.set(it, merged);
    return merged;
  }
}

/** Dependencies first, otherwise in the order in which the writes were met. */
function sorted(writes: readonly Merged[]): readonly Merged[] {
  const done = new Set<Merged>();
  const visit = (write: Merged): void => {
    if (done.has(write)) return;
    for (const earlier of write.dependsOn) visit(earlier);
    done.add(write);
  };
  for (const write of writes) visit(write);
  return [...done];
}
