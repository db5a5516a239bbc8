import { storeId } from '../../../shared/domain/ids.ts';
import { type HandlerDeps, oneStore, type Part } from './handler-deps.ts';

export function triageHandlers({
  board,
  outbox,
  stores,
  look,
}: HandlerDeps): Part<'board' | 'orders' | 'causes' | 'catalog'> {
  return {
    'board.summary': ({ storeId: id }) => board.summary(oneStore(id)),
    'board.urgency': ({ storeId: id }) => board.urgency(oneStore(id)),
    'board.trend': ({ storeId: id }) => board.trend(oneStore(id)),
    'orders.get': ({ id }) => board.detail(id, outbox.list({ order: board.reference(id), limit: 200 })),
    'catalog.products': ({ storeId: id, query, limit = 20 }) =>
      board.searchProducts(stores.get(storeId(id)).id, query, limit),
    'catalog.variants': ({ storeId: id, query, limit = 20 }) =>
      board.searchVariants(stores.get(storeId(id)).id, query, limit),
    'orders.ids': ({ filter, sort, limit }) => board.ids(filter, sort, limit),
    'orders.page': ({ ids }) => {
      const rows = board.page(ids);
      look(new Set(rows.map((row) => storeId(row.storeId))));
      return rows;
    },
    'orders.list': ({ filter, limit, after }) => board.list(filter, limit, after),
    'orders.counts': (group) => board.groupCounts(group),
    'orders.standing': ({ ids }) => board.standing(ids),
    'causes.list': ({ errorType, storeId: id }) =>
      board.causes({ ...(errorType === undefined ? {} : { errorType }), storeId: oneStore(id) }),
  };
}
