import { draft, excluded, planned, type FixDefinition } from './definition.ts';

/**
 * Asks the buyer to pay (seed, “Financial status is pending”: « En B2C, vous pouvez relancer votre acheteur pour le
 * paiement de sa commande »): a reminder for the first open payment schedule, else the order's invoice. It changes nothing
 * itself; once paid, the platform examines the order by itself. A hidden e-mail address is not a missing one.
 */
export const sendPaymentReminder: FixDefinition<'send_payment_reminder'> = {
  for: ['payment_pending'],
  plan:
    () =>
    ({ order }) => {
      if (order.financialStatus === 'AUTHORIZED') {
        return excluded({ code: 'payment_authorised' });
      }
      if (!order.email && !order.redacted.includes('email')) {
        return excluded({ code: 'no_email' });
      }
      const open = order.paymentTerms?.schedules.find(({ completedAt }) => completedAt === null);
      return planned([
        draft(
          open === undefined
            ? { op: 'order_invoice_send', order: order.gid }
            : { op: 'payment_reminder_send', order: order.gid, schedule: open.gid },
        ),
      ]);
    },
};
