import type { FinancialStatus } from '../../../shared/domain/order.ts';

const STATUSES: Readonly<Record<string, FinancialStatus>> = {
  pending: 'PENDING',
  authorized: 'AUTHORIZED',
  partially_paid: 'PARTIALLY_PAID',
  partially_refunded: 'PARTIALLY_REFUNDED',
  voided: 'VOIDED',
  paid: 'PAID',
  refunded: 'REFUNDED',
  expired: 'EXPIRED',
};

/** As exports and REST payloads write it; null where they do not, or in words that this app does not know. */
export function financialStatus(text: string | null | undefined): FinancialStatus | null {
  return STATUSES[(text ?? '').toLowerCase().replaceAll(' ', '_')] ?? null;
}
