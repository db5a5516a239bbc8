import type { EngineEvent, Topic } from '../../shared/contract/events.ts';
import type { Input, MethodName } from '../../shared/contract/methods.ts';

/** The methods the page reads by, each under the topic whose `changed` events make its answers stale. */
const TOPIC_OF = {
  'engine.status': 'status',
  'stores.list': 'stores',
  'board.summary': 'board',
  'causes.list': 'causes',
  'orders.ids': 'orders',
  'orders.page': 'orders',
  'orders.get': 'orders',
  'orders.counts': 'orders',
  'orders.standing': 'orders',
  'board.urgency': 'board',
  'board.trend': 'trend',
  'outbox.list': 'outbox',
  'outbox.rules': 'outbox',
  'runs.list': 'runs',
  'run.get': 'runs',
  'run.undoPlan': 'runs',
  'history.list': 'history',
  'history.people': 'history',
  'catalog.products': 'stores',
  'catalog.variants': 'stores',
  'agreement.list': 'board',
} as const satisfies Partial<Record<MethodName, Topic>>;
export type ReadMethod = keyof typeof TOPIC_OF;

export type EngineQueryKey<M extends ReadMethod = ReadMethod> = readonly [
  topic: Topic,
  method: M,
  input: Input<M>,
];

export function engineQueryKey<M extends ReadMethod>(method: M, input: Input<M>): EngineQueryKey<M> {
  return [TOPIC_OF[method], method, input];
}

type Change = Extract<EngineEvent, { type: 'changed' }>;

/**
 * Whether what the query with `key` answered may have moved with `change`: same topic, and neither about another store
 * nor about other orders only. A list of ids is always touched by its topic: an order that changed may have joined it.
 */
export function isTouched(key: readonly unknown[], { topic, storeId, ids }: Change): boolean {
  const [keyTopic, method, input] = key;
  if (keyTopic !== topic) return false;
  if (typeof input !== 'object' || input === null) return true;
  if (storeId !== undefined) {
    const asked = storeAsked(input);
    if (asked !== null && asked !== storeId) return false;
  }
  if (ids !== undefined && method === 'orders.page' && 'ids' in input && Array.isArray(input.ids)) {
    const moved = new Set(ids);
    return input.ids.some((id: unknown) => typeof id === 'number' && moved.has(id));
  }
  return true;
}

function storeAsked(input: object): string | null {
  if ('storeId' in input && typeof input.storeId === 'string') return input.storeId;
  const filter = 'filter' in input ? input.filter : null;
  return typeof filter === 'object' && filter !== null ? storeAsked(filter) : null;
}
