import type { Diagnosis, DiagnosisSource } from '../../../../shared/domain/diagnosis.ts';
import type { ErrorType, OrderState } from '../../../../shared/domain/error-type.ts';
import { legacyId, orderId, type OrderId } from '../../../../shared/domain/ids.ts';
import type { Millis, Order, TagEvent } from '../../../../shared/domain/order.ts';
import type { ReadableDb } from '../access.ts';
import { stored } from './json.ts';
import { type OrderHead, unpackHeads, unpackOrder } from './order-body.ts';
import type { StoreNo } from './store-numbers.ts';

/** An order as the store has it, with where it stands. */
export interface OrderRecord {
  readonly id: OrderId;
  readonly store: StoreNo;
  readonly order: Order;
  readonly state: OrderState;
  readonly errorType: ErrorType | null;
  readonly source: DiagnosisSource | null;
  readonly predicted: ErrorType | null;
  readonly diagnoses: readonly Diagnosis[];
  readonly dueAt: Millis | null;
  readonly overlaid: boolean;
}

/** An order as lists show it. */
export interface ListedOrder extends Pick<
  OrderRecord,
  'id' | 'store' | 'state' | 'errorType' | 'predicted' | 'diagnoses'
> {
  readonly order: OrderHead;
}

interface Row {
  readonly id: number;
  readonly store: number;
  readonly head: string;
  readonly body: string;
  readonly tagEvents: string | null;
  readonly state: OrderState;
  readonly errorType: ErrorType | null;
  readonly source: DiagnosisSource | null;
  readonly predicted: ErrorType | null;
  readonly diagnoses: string;
  readonly dueAt: number | null;
  readonly overlaid: 0 | 1;
}

const SELECT = `SELECT o.id, o.store, o.head, o.body, t.body AS tagEvents, o.state, o.error_type AS errorType, o.source,
    o.predicted_type AS predicted, o.diagnoses, o.due_at AS dueAt, o.overlaid
  FROM orders o LEFT JOIN tag_events t ON t.store = o.store AND t.legacy_id = o.legacy_id`;

/** Orders that one question asks for: a page of a list, and a part of a long one. */
const AT_ONCE = 500;

/** Reads orders by their local ids. */
export interface OrderReads {
  get(id: number): OrderRecord | null;
  /** By what the store calls it. */
  byGid(store: StoreNo, gid: string): OrderRecord | null;
  /** In the order of `ids`; those that are not there are left out. */
  many(ids: Iterable<number>): readonly OrderRecord[];
  /** The same, of each what lists show. */
  listed(ids: Iterable<number>): readonly ListedOrder[];
}

export function createOrderReads(db: ReadableDb): OrderReads {
  const byId = db.prepare<[number], Row>(`${SELECT} WHERE o.id = ?`);
  const get = (id: number): OrderRecord | null => {
    const row = byId.get(id);
    return row ? recordOf(row) : null;
  };
  const byLegacyId = db.prepare<[number, number], Row>(`${SELECT} WHERE o.store = ? AND o.legacy_id = ?`);
  const byGid = (store: StoreNo, gid: string): OrderRecord | null => {
    const row = byLegacyId.get(store, Number(legacyId(gid)));
    return row ? recordOf(row) : null;
  };
  // One question for many is a fifth quicker than many for one each.
  const byIds = db.prepare<[string], Row>(`${SELECT} WHERE o.id IN (SELECT value FROM json_each(?))`);
  const listedByIds = db.prepare<[string], ListedRow>(
    `SELECT id, store, head, state, error_type AS errorType, predicted_type AS predicted, diagnoses FROM orders
     WHERE id IN (SELECT value FROM json_each(?))`,
  );
  return {
    get,
    byGid,
    many: inChunks((ids) => byIds.all(ids).map(recordOf)),
    listed: inChunks((ids) => {
      const rows = listedByIds.all(ids);
      const heads = unpackHeads(rows.map(({ head }) => head));
      return rows.flatMap((row, at) => {
        const head = heads[at];
        return head ? listedOf(row, head) : [];
      });
    }),
  };
}

/** `read`: orders by a JSON list of ids, in any order. */
function inChunks<Found extends { readonly id: number }>(
  read: (ids: string) => readonly Found[],
): (ids: Iterable<number>) => readonly Found[] {
  const chunk = (ids: readonly number[]): readonly Found[] => {
    const found = new Map(read(JSON.stringify(ids)).map((order) => [order.id, order]));
    return ids.flatMap((id) => found.get(id) ?? []);
  };
  return (ids) => {
    const all = [...ids];
    const starts = Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, at) => at * AT_ONCE);
    return starts.flatMap((start) => chunk(all.slice(start, start + AT_ONCE)));
  };
}

type ListedRow = Pick<Row, 'id' | 'store' | 'head' | 'state' | 'errorType' | 'predicted' | 'diagnoses'>;

function listedOf(row: ListedRow, order: OrderHead): ListedOrder {
  const { id, store, state, errorType, predicted, diagnoses } = row;
  return {
    id: orderId(id),
    store,
    order,
    state,
    errorType,
    predicted,
    // Most orders have none.
    diagnoses: diagnoses === '[]' ? [] : stored<readonly Diagnosis[]>(diagnoses),
  };
}

function recordOf(row: Row): OrderRecord {
  const body = unpackOrder(row);
  const order =
    row.tagEvents === null ? body : { ...body, tagEvents: stored<readonly TagEvent[] | null>(row.tagEvents) };
  return {
    id: orderId(row.id),
    store: row.store,
    order,
    state: row.state,
    errorType: row.errorType,
    source: row.source,
    predicted: row.predicted,
    diagnoses: stored<readonly Diagnosis[]>(row.diagnoses),
    dueAt: row.dueAt,
    overlaid: row.overlaid === 1,
  };
}
