import { describe, expect, test } from 'vitest';
import type { OrderDetail } from '../../../shared/contract/rows.ts';
import type { StepAction } from '../../../shared/domain/playbook.ts';
import { stepButton } from './step-button.ts';

const detail: OrderDetail = {
  row: {
    id: 7,
    storeId: 'acme',
    storeName: 'Acme',
    gid: 'gid://shopify/Order/5001',
    name: '#1001',
    state: 'stuck',
    snoozedUntil: null,
    errorType: 'product_not_linked',
    diagnoses: [
      {
        type: 'product_not_linked',
        evidence: {
          items: [
            {
              lineItem: 'gid://shopify/LineItem/1',
              title: 'Carafe',
              sku: 'CAR',
              variant: 'gid://shopify/ProductVariant/42',
              product: 'gid://shopify/Product/9',
              barcode: null,
              link: 'missing',
              linkedTo: null,
              suggestions: [],
            },
          ],
        },
        source: 'platform',
        message: 'Product not linked: Product 42',
      },
    ],
    predicted: 'product_not_linked',
    queuedWrites: 0,
    createdAt: 0,
    value: { amountMinor: 100, currency: 'EUR' },
    customer: null,
    city: null,
    country: null,
    items: [],
    tags: [],
    adminUrl: null,
  },
  email: null,
  phone: null,
  financialStatus: null,
  fulfillmentStatus: 'UNFULFILLED',
  shippingMethod: null,
  address: null,
  redacted: [],
  items: [],
  causes: [
    { key: 'product_not_linked:42', errorType: 'product_not_linked', fix: 'link_variant', entity: null },
  ],
  writes: [],
  timeline: [],
  storeDomain: 'acme.myshopify.com',
};

const button = (action: StepAction, change: Partial<OrderDetail> = {}) =>
  stepButton(action, {
    detail: { ...detail, ...change },
    errorType: 'product_not_linked',
    language: 'en',
    summary: 'the case',
  });

describe('a playbook step’s button on an order', () => {
  test('plans for this order, for its cause, or for all of the type', () => {
    const fix = (scope: 'order' | 'variant' | 'type') => button({ do: 'fix', fix: 'link_variant', scope });
    expect(fix('order')).toMatchObject({ does: 'review', fix: 'link_variant', scope: { orders: [7] } });
    expect(fix('variant')).toMatchObject({
      does: 'review',
      fix: 'link_variant',
      scope: { cause: 'product_not_linked:42' },
    });
    expect(fix('type')).toMatchObject({
      does: 'review',
      fix: 'link_variant',
      scope: { errorType: 'product_not_linked' },
    });
  });

  test('is not there where the order shows no cause to plan for', () => {
    expect(button({ do: 'fix', fix: 'link_variant', scope: 'cause' }, { causes: [] })).toBeNull();
  });

  test('opens the culprit’s own page in Shopify’s admin', () => {
    expect(button({ do: 'open', target: 'shopify_variant' })).toMatchObject({
      does: 'open',
      links: [{ link: { url: 'https://admin.shopify.com/store/acme/products/9/variants/42', exact: true } }],
    });
    expect(button({ do: 'open', target: 'shopify_order' }, { storeDomain: 'evil.example' })).toBeNull();
  });

  test('copies the platform’s message verbatim, the culprit’s address, or the case', () => {
    expect(button({ do: 'copy', what: 'message' })).toEqual({
      does: 'copy',
      text: 'Product not linked: Product 42',
    });
    expect(button({ do: 'copy', what: 'product_url' })).toEqual({
      does: 'copy',
      text: 'https://admin.shopify.com/store/acme/products/9',
    });
    expect(button({ do: 'copy', what: 'case_summary' })).toEqual({ does: 'copy', text: 'the case' });
  });
});
