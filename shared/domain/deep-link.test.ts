import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deepLink, openActionSchema, type DeepLink, type LinkSubject, type OpenAction } from './deep-link.ts';
import { OPENABLE_HOSTS } from './openable-url.ts';

const SUBJECT: LinkSubject = {
  storeDomain: 'atelier-nord.myshopify.com',
  storeName: 'Atelier Nord',
  order: 'gid://shopify/Order/5123',
  product: 'gid://shopify/Product/47563746279730',
  variant: 'gid://shopify/ProductVariant/991',
  language: 'fr',
};
const ADMIN = 'https://admin.shopify.com/store/atelier-nord';

function urlOf(action: OpenAction, subject: LinkSubject = SUBJECT): string {
  const result = deepLink(action, subject);
  return result.ok ? result.link.url : `missing ${result.missing}`;
}

const [plain, byTag, help] = openActionSchema.options;
/** Every action that a playbook can hold, once. */
const ACTIONS: readonly OpenAction[] = [
  ...plain.shape.target.options.map((target) => ({ do: 'open', target }) as const),
  ...byTag.shape.target.options.map((target) => ({ do: 'open', target, tag: 'a tag' }) as const),
  ...help.shape.article.options.map((article) => ({ do: 'open', target: 'platform_help', article }) as const),
];

describe('links into Shopify’s admin', () => {
  test.each<[OpenAction, string]>([
    [{ do: 'open', target: 'shopify_order' }, '/orders/5123'],
    [{ do: 'open', target: 'shopify_product' }, '/products/47563746279730'],
    [{ do: 'open', target: 'shopify_variant' }, '/products/47563746279730/variants/991'],
    [{ do: 'open', target: 'shopify_orders' }, '/orders'],
    [{ do: 'open', target: 'shopify_products' }, '/products'],
    [
      { do: 'open', target: 'shopify_orders_by_tag', tag: 'bigblue-ignore' },
      '/orders?query=tag%3A%22bigblue-ignore%22',
    ],
    [
      { do: 'open', target: 'shopify_products_by_tag', tag: 'Globale::Pending' },
      '/products?query=tag%3A%22Globale%3A%3APending%22',
    ],
    [{ do: 'open', target: 'shopify_staff_log' }, '/settings/general/activity'],
    [{ do: 'open', target: 'shopify_general_settings' }, '/settings/general'],
    [{ do: 'open', target: 'shopify_payment_settings' }, '/settings/payments'],
    [{ do: 'open', target: 'shopify_checkout_settings' }, '/settings/checkout'],
    [{ do: 'open', target: 'shopify_shipping_settings' }, '/settings/shipping'],
  ])('%o leads to %s', (action, path) => {
    expect(deepLink(action, SUBJECT)).toEqual({
      ok: true,
      link: { url: `${ADMIN}${path}`, exact: true, trail: [] },
    });
  });

  test('a domain is read without regard to case', () => {
    expect(
      urlOf(
        { do: 'open', target: 'shopify_orders' },
        { ...SUBJECT, storeDomain: 'Atelier-Nord.MyShopify.com' },
      ),
    ).toBe(`${ADMIN}/orders`);
  });

  test('without an order, a product or a variant the link says what is missing', () => {
    const none = { ...SUBJECT, order: null, product: null, variant: null };
    expect(urlOf({ do: 'open', target: 'shopify_order' }, none)).toBe('missing order');
    expect(urlOf({ do: 'open', target: 'shopify_product' }, none)).toBe('missing product');
    expect(urlOf({ do: 'open', target: 'shopify_variant' }, none)).toBe('missing product');
    expect(urlOf({ do: 'open', target: 'shopify_variant' }, { ...none, product: SUBJECT.product })).toBe(
      'missing variant',
    );
  });

  test.each([
    ['a domain of the shop’s own', 'atelier-nord.com'],
    ['a longer domain', 'atelier-nord.myshopify.com.evil.example'],
    ['a subdomain', 'a.b.myshopify.com'],
    ['a path', 'x/../../evil.myshopify.com'],
    ['a user name', 'evil@x.myshopify.com'],
    ['a scheme', 'https://x.myshopify.com'],
    ['a query', 'x.myshopify.com?y'],
    ['a line break', 'x.myshopify.com\n'],
    ['a look-alike letter', 'atelіer.myshopify.com'],
    ['nothing', ''],
  ])('%s is no store: %j', (_what, storeDomain) => {
    expect(urlOf({ do: 'open', target: 'shopify_order' }, { ...SUBJECT, storeDomain })).toBe('missing store');
  });

  test.each([
    ['of another kind', 'gid://shopify/Customer/5123'],
    ['with more behind it', 'gid://shopify/Order/5123/../../settings'],
    ['with more before it', 'x gid://shopify/Order/5123'],
    ['that is no gid', '5123'],
    ['without a number', 'gid://shopify/Order/'],
  ])('an order id %s is no order', (_what, order) => {
    expect(urlOf({ do: 'open', target: 'shopify_order' }, { ...SUBJECT, order })).toBe('missing order');
  });

  test('a tag cannot break out of its search', () => {
    const url = new URL(urlOf({ do: 'open', target: 'shopify_orders_by_tag', tag: 'a" OR tag:"b&c=d#e' }));
    expect([...url.searchParams]).toEqual([['query', 'tag:"a OR tag:b&c=d#e"']]);
    expect(url.hash).toBe('');
  });
});

describe('links to the platform and to Global-e', () => {
  test.each<[OpenAction, readonly string[]]>([
    [{ do: 'open', target: 'platform_orders' }, ['Shop integrations', 'Atelier Nord', 'Orders']],
    [{ do: 'open', target: 'platform_products' }, ['Shop integrations', 'Atelier Nord', 'Products']],
    [{ do: 'open', target: 'platform_settings' }, ['Shop integrations', 'Atelier Nord', 'Settings']],
    [
      { do: 'open', target: 'platform_data_settings' },
      ['Shop integrations', 'Atelier Nord', 'Settings', 'Data synchronization'],
    ],
  ])('%o opens the platform and says where to click', (action, trail) => {
    expect(deepLink(action, SUBJECT)).toEqual({
      ok: true,
      link: { url: 'https://app.bigblue.co/', exact: false, trail },
    });
  });

  test('help opens in the reader’s language where the article exists in it', () => {
    const articleIn = (article: 'sync_issues' | 'payment_terms', language: 'fr' | 'en') =>
      urlOf({ do: 'open', target: 'platform_help', article }, { ...SUBJECT, language });
    expect(articleIn('sync_issues', 'fr')).toBe(
      'https://fr.help.bigblue.co/article/372-troubleshoot-shopify-order-sync-issues',
    );
    expect(articleIn('sync_issues', 'en')).toBe(
      'https://help.bigblue.co/article/372-troubleshoot-shopify-order-sync-issues',
    );
    expect(articleIn('payment_terms', 'fr')).toBe('https://help.bigblue.co/article/373-b2b-payment-terms');
  });

  test('the Care Team is behind a button of the help page, named in its language', () => {
    expect(deepLink({ do: 'open', target: 'platform_care_team' }, SUBJECT)).toMatchObject({
      link: { exact: false, trail: ['Nous contacter'] },
    });
  });

  test('they need neither an order nor a store of Shopify’s', () => {
    const bare = { ...SUBJECT, storeDomain: 'atelier.example', order: null, product: null, variant: null };
    expect(urlOf({ do: 'open', target: 'platform_orders' }, bare)).toBe('https://app.bigblue.co/');
    expect(urlOf({ do: 'open', target: 'global_e' }, bare)).toBe('https://web.global-e.com/');
  });
});

describe('every link there is', () => {
  test('an inexact one says where to click, an exact one needs no saying', () => {
    const links = ACTIONS.flatMap((action): readonly DeepLink[] => {
      const result = deepLink(action, SUBJECT);
      return result.ok ? [result.link] : [];
    });
    expect(links).toHaveLength(ACTIONS.length);
    expect(links.filter(({ exact, trail }) => exact !== (trail.length === 0))).toEqual([]);
  });

  test('stays on the allowed hosts over https, whatever the subject says', () => {
    const text = fc.option(fc.oneof(fc.string(), fc.webUrl(), fc.constant('gid://shopify/Order/1')), {
      nil: null,
    });
    const storeDomain = fc.oneof(
      fc.string(),
      fc.domain(),
      fc.string().map((s) => `${s}.myshopify.com`),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...ACTIONS),
        fc.record({
          storeDomain,
          storeName: fc.string(),
          order: text,
          product: text,
          variant: text,
          language: fc.constantFrom<'fr' | 'en'>('fr', 'en'),
        }),
        (action, subject) => {
          const result = deepLink(action, subject);
          const { protocol, host, pathname } = new URL(
            result.ok ? result.link.url : 'https://app.bigblue.co/',
          );
          expect(protocol).toBe('https:');
          expect(OPENABLE_HOSTS).toContain(host);
          expect(`${host}${pathname}`).toMatch(/^(?!admin\.)|^admin\.shopify\.com\/store\/[a-z0-9-]+\//);
        },
      ),
    );
  });
});
