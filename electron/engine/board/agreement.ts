import type { AgreementRow } from '../../../shared/contract/rows.ts';
import type { ErrorType } from '../../../shared/domain/error-type.ts';
import type { StoreId } from '../../../shared/domain/ids.ts';
import type { ReadableDb } from '../db/access.ts';

/** How often our rules foresee what the platform says, most orders first. */
export function agreement(db: ReadableDb, store: StoreId | undefined): AgreementRow[] {
  return db
    .prepare<[string | null, string | null], AgreementRow & { foreseen: ErrorType | null }>(
      `SELECT s.id AS storeId, a.said, NULLIF(a.foreseen, '') AS foreseen, a.orders
       FROM agreement_counts a JOIN stores s ON s.no = a.store
       WHERE a.orders > 0 AND (? IS NULL OR s.id = ?)
       ORDER BY a.orders DESC, s.id, a.said, a.foreseen`,
    )
    .all(store ?? null, store ?? null);
}
