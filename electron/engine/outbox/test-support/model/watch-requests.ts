import type { Workbench } from '../workbench.ts';
import { type Ledger, STORES } from './ledger.ts';

/** Requests that take effect. */
const EFFECTIVE =
  /^(TagsAdd|TagsRemove|OrderAddressSet|OrderMarkAsPaid|FulfillmentCancel|PaymentReminderSend|OrderCreate|OrderEditCommit)$/;

/**
 * Invariant 2, seen from the store: when a request with an effect arrives, the journal has its write as being sent. To be
 * called for each process anew.
 */
export function watchRequests(ledger: Ledger, bench: Workbench): void {
  for (const store of STORES) {
    const admin = bench.admin(store);
    const exchange = admin.exchange.bind(admin);
    admin.exchange = (operations, options) => {
      const { journal } = bench;
      for (const { document, variables } of operations) {
        if (!EFFECTIVE.test(document.name) || !journal.open) continue;
        const id = 'id' in variables ? String(variables.id) : '';
        const entity = id.startsWith('gid://shopify/Order/') ? id : null;
        const sending = journal.prepare<[{ store: string; entity: string | null }], number>(
          `SELECT count(*) FROM writes WHERE state = 'sending' AND store = @store AND (@entity IS NULL OR entity = @entity)`,
        );
        if ((sending.pluck().get({ store, entity }) ?? 0) === 0) ledger.early.push(`${document.name} ${id}`);
      }
      return exchange(operations, options);
    };
  }
}
