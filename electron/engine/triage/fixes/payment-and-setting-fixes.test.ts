import { describe, expect, test } from 'vitest';
import { gid } from '../../../../shared/domain/ids.ts';
import type { Order } from '../../../../shared/domain/order.ts';
import { diagnosisOf } from '../diagnose.ts';
import { aContext, anAddress, MORNING, orderGid } from '../test-support/samples.ts';
import { inPlan, ops, order, plan, reasonOf } from './test-support/planning.ts';

const schedule = (n: number, completedAt: number | null) => ({
  gid: gid('PaymentSchedule', `gid://shopify/PaymentSchedule/${n}`),
  dueAt: MORNING,
  completedAt,
});
const terms: Order['paymentTerms'] = {
  name: 'Net 30',
  overdue: true,
  schedules: [schedule(1, MORNING), schedule(2, null)],
};
const pending: Partial<Order> = { financialStatus: 'PENDING', canMarkAsPaid: true };
const reprocess = (n: number) => ({ op: 'order_tags_add', order: orderGid(n), tags: ['bigblue-reprocess'] });

describe('send_payment_reminder', () => {
  test('« En B2C, vous pouvez relancer votre acheteur »: the invoice where no payment schedule is open', () => {
    const made = plan('send_payment_reminder', [order(1, pending)]);
    expect(ops(made)).toEqual([{ op: 'order_invoice_send', order: orderGid(1) }]);
    expect(made.orders).toMatchObject([{ remaining: 'payment_pending' }]);
  });

  test('a reminder of the first payment schedule that is open', () => {
    expect(ops(plan('send_payment_reminder', [order(1, { ...pending, paymentTerms: terms })]))).toEqual([
      { op: 'payment_reminder_send', order: orderGid(1), schedule: 'gid://shopify/PaymentSchedule/2' },
    ]);
  });

  test('no e-mail address, no reminder; a hidden one is not a missing one', () => {
    const without = { ...pending, email: null };
    expect(reasonOf(plan('send_payment_reminder', [order(1, without)]))).toBe(
      'It has no e-mail address to write to: add one in Shopify, or mark it as paid.',
    );
    expect(
      plan('send_payment_reminder', [order(1, { ...without, redacted: ['email'] })]).orders,
    ).toHaveLength(1);
  });

  test('a buyer who authorised the payment is not asked again', () => {
    expect(
      reasonOf(plan('send_payment_reminder', [order(1, { ...pending, financialStatus: 'AUTHORIZED' })])),
    ).toBe('Its payment is authorised, so the buyer has nothing left to do: capture it in Shopify.');
  });
});

describe('mark_as_paid', () => {
  test("« n'a pas encore été entièrement payée »: it is then; the platform looks again by itself", () => {
    const made = plan('mark_as_paid', [order(1, pending)]);
    expect(ops(made)).toEqual([{ op: 'order_mark_as_paid', order: orderGid(1), baseStatus: 'PENDING' }]);
    expect(made.orders).toMatchObject([
      { changes: [{ field: 'payment', before: 'PENDING', after: 'PAID' }], remaining: null },
    ]);
  });

  test('only where Shopify lets it', () => {
    expect(reasonOf(plan('mark_as_paid', [order(1, { ...pending, canMarkAsPaid: false })]))).toBe(
      'Shopify does not let it be marked as paid: send a reminder, or collect the payment in Shopify.',
    );
  });
});

describe('enable_payment_terms', () => {
  const withTerms = { ...pending, buyer: 'b2b', paymentTerms: terms } as const;

  test("« activer l'option Synchronize orders with payment terms »: by the agent, then ours follows, then reprocess", () => {
    const made = plan('enable_payment_terms', [order(1, withTerms), order(2, withTerms)]);
    expect(made.writes).toMatchObject([
      {
        key: 'w1',
        op: { op: 'platform_step', does: { step: 'payment_terms' } },
        dependsOn: [],
        orders: [orderGid(1), orderGid(2)],
      },
      { key: 'w2', op: { op: 'store_payment_terms_set', set: true, base: false }, dependsOn: ['w1'] },
      { op: reprocess(1), dependsOn: ['w1', 'w2'] },
      { op: reprocess(2), dependsOn: ['w1', 'w2'] },
    ]);
    expect(made.orders).toMatchObject([{ remaining: null }, { remaining: null }]);
  });

  test('an order without payment terms would not get through', () => {
    expect(reasonOf(plan('enable_payment_terms', [order(1, pending)]))).toBe(
      'It has no payment terms, so the option would not let it through: send a payment reminder.',
    );
  });

  test('hidden payment terms are not missing ones', () => {
    expect(
      reasonOf(plan('enable_payment_terms', [order(1, { ...pending, redacted: ['paymentTerms'] })])),
    ).toBe('Shopify hides its payment terms from this app: grant the scope read_payment_terms.');
  });
});

describe('allow_country', () => {
  const to = (n: number, countryCode: string) =>
    order(n, {
      shippingAddress: { ...anAddress, countryCode, zip: countryCode === 'JP' ? '150-0002' : null },
    });

  test('« Ajustez vos listes de pays en fonction de vos besoins »: by the agent, then ours follows, then reprocess', () => {
    const made = plan('allow_country', [to(1, 'JP'), to(2, 'AE'), to(3, 'JP')]);
    expect(made.writes).toMatchObject([
      {
        key: 'w1',
        op: {
          op: 'platform_step',
          does: { step: 'countries', countries: ['AE', 'JP'] },
        },
      },
      {
        key: 'w2',
        op: {
          op: 'store_countries_set',
          set: { mode: 'allow', countries: ['FR', 'BE', 'IE', 'AE', 'JP'] },
          base: { mode: 'allow', countries: ['FR', 'BE', 'IE'] },
        },
        dependsOn: ['w1'],
      },
      { op: reprocess(1), dependsOn: ['w1', 'w2'] },
      { op: reprocess(2), dependsOn: ['w1', 'w2'] },
      { op: reprocess(3), dependsOn: ['w1', 'w2'] },
    ]);
    expect(made.orders.map(({ remaining }) => remaining)).toEqual([null, null, null]);
  });

  test('a country on a deny list comes off it', () => {
    const ctx = aContext({ settings: { countries: { mode: 'deny', countries: ['JP', 'RU'] } } });
    expect(ops(plan('allow_country', [to(1, 'JP')], { ctx }))).toMatchObject([
      { op: 'platform_step' },
      { set: { mode: 'deny', countries: ['RU'] } },
      { op: 'order_tags_add' },
    ]);
  });

  test('only the country that was said', () => {
    const made = plan('allow_country', [to(1, 'JP'), to(2, 'AE')], { params: { country: 'jp' } });
    expect(made.orders.map(({ name }) => name)).toEqual(['#1001']);
    expect(made.excluded).toMatchObject([
      { reason: 'It goes to AE, not to JP: plan that country on its own.' },
    ]);
  });

  test('without a list of ours there is only the platform to change', () => {
    const ctx = aContext({ settings: { countries: null } });
    const diagnoses = [
      diagnosisOf(
        'destination_not_whitelisted',
        { country: 'JP', list: null },
        'platform',
        'Destination is not whitelisted',
      ),
    ];
    const made = plan('allow_country', [inPlan(to(1, 'JP'), ctx, { diagnoses })], { ctx });
    expect(ops(made)).toMatchObject([{ op: 'platform_step' }, reprocess(1)]);
    expect(made.orders).toMatchObject([{ remaining: null }]);
  });
});
