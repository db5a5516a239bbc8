import { z } from 'zod';
import { assertNever } from './assert-never.ts';
import type { Language } from './language.ts';
import { openableUrl } from './openable-url.ts';

/** Articles of the platform's help centre that a playbook sends people to. */
const HELP_ARTICLES = [
  'sync_issues',
  'ship_outside',
  'auto_link',
  'payment_terms',
  'address_validation',
  'pos_orders',
  'phone_validation',
  'action_required',
] as const;
type HelpArticle = (typeof HELP_ARTICLES)[number];

const open = z.literal('open');

/** `{do: 'open', target, …}`: a page of Shopify's admin, of the platform or of Global-e that a button leads to. */
export const openActionSchema = z.discriminatedUnion('target', [
  z.strictObject({
    do: open,
    target: z.enum([
      'shopify_order',
      'shopify_product',
      'shopify_variant',
      'shopify_orders',
      'shopify_products',
      'shopify_staff_log',
      'shopify_general_settings',
      'shopify_payment_settings',
      'shopify_checkout_settings',
      'shopify_apps',
      'shopify_shipping_settings',
      'platform_orders',
      'platform_products',
      'platform_settings',
      'platform_data_settings',
      'platform_care_team',
      'global_e',
    ]),
  }),
  z.strictObject({
    do: open,
    target: z.enum(['shopify_orders_by_tag', 'shopify_products_by_tag']),
    tag: z.string().trim().min(1),
  }),
  z.strictObject({ do: open, target: z.literal('platform_help'), article: z.enum(HELP_ARTICLES) }),
]);
export type OpenAction = Readonly<z.infer<typeof openActionSchema>>;

/** Whose page is meant. Ids are Shopify gids; `product` and `variant` are the culprit's, null where there is none. */
export interface LinkSubject {
  /** `atelier-nord.myshopify.com` */
  readonly storeDomain: string;
  /** What the store is called on the platform too. */
  readonly storeName: string;
  readonly order: string | null;
  readonly product: string | null;
  readonly variant: string | null;
  readonly language: Language;
}

/** `exact: false`: the page's own address is not public, so `trail` names what to click from `url` on, in order. */
export interface DeepLink {
  readonly url: string;
  readonly exact: boolean;
  readonly trail: readonly string[];
}

/** What a link needs and the subject lacks (`store`: its domain is none of Shopify's). */
type MissingSubject = 'store' | 'order' | 'product' | 'variant';
export type DeepLinkResult =
  | { readonly ok: true; readonly link: DeepLink }
  | { readonly ok: false; readonly missing: MissingSubject };

/**
 * Where an `open` action leads for `subject`. Shopify's addresses are `admin.shopify.com/store/<handle>/…`; lists take
 * its search syntax. The platform's pages per shop have no public address (looked for, not found): those links open
 * its first page and say where to click. Never leads off `OPENABLE_HOSTS`.
 */
export function deepLink(action: OpenAction, subject: LinkSubject): DeepLinkResult {
  switch (action.target) {
    case 'shopify_order':
      return inAdmin(subject, numbered('order', 'orders', 'Order', subject.order));
    case 'shopify_product':
      return inAdmin(subject, productPath(subject));
    case 'shopify_variant':
      return inAdmin(subject, variantPath(subject));
    case 'shopify_orders':
      return inAdmin(subject, 'orders');
    case 'shopify_products':
      return inAdmin(subject, 'products');
    case 'shopify_orders_by_tag':
      return inAdmin(subject, `orders?query=${tagQuery(action.tag)}`);
    case 'shopify_products_by_tag':
      return inAdmin(subject, `products?query=${tagQuery(action.tag)}`);
    // Shopify help, “Activity logs in the Shopify admin”: Settings > General > Store activity log.
    case 'shopify_staff_log':
      return inAdmin(subject, 'settings/general/activity');
    case 'shopify_general_settings':
      return inAdmin(subject, 'settings/general');
    case 'shopify_payment_settings':
      return inAdmin(subject, 'settings/payments');
    case 'shopify_checkout_settings':
      return inAdmin(subject, 'settings/checkout');
    // Shopify help, “Custom apps”: Settings > Apps and sales channels > Develop apps.
    case 'shopify_apps':
      return inAdmin(subject, 'settings/apps/development');
    case 'shopify_shipping_settings':
      return inAdmin(subject, 'settings/shipping');
    case 'platform_orders':
      return inPlatform(subject, 'Orders');
    case 'platform_products':
      return inPlatform(subject, 'Products');
    case 'platform_settings':
      return inPlatform(subject, 'Settings');
    case 'platform_data_settings':
      return inPlatform(subject, 'Settings', 'Data synchronization');
    case 'platform_help':
      return checked(helpArticle(action.article, subject.language));
    // The Care Team's form opens from a button at the foot of every help page; it has no address of its own.
    case 'platform_care_team':
      return checked({
        url: articleUrl('372-troubleshoot-shopify-order-sync-issues', subject.language),
        exact: false,
        trail: [subject.language === 'fr' ? 'Nous contacter' : 'Contact Us'],
      });
    // docs.global-e.com names this host as its Merchant Portal's; where it leads after log-in depends on the role.
    case 'global_e':
      return checked({ url: 'https://web.global-e.com/', exact: false, trail: ['Orders', 'View Orders'] });
    default:
      return assertNever(action);
  }
}

function helpArticle(article: HelpArticle, language: Language): DeepLink {
  const page = (slug: string, in_: Language): DeepLink => ({
    url: articleUrl(slug, in_),
    exact: true,
    trail: [],
  });
  switch (article) {
    case 'sync_issues':
      return page('372-troubleshoot-shopify-order-sync-issues', language);
    // The guide is linked from this section; its own address is not public.
    case 'ship_outside':
      return {
        ...page('372-troubleshoot-shopify-order-sync-issues', language),
        exact: false,
        trail: ['Product not linked'],
      };
    case 'address_validation':
      return page('66-address-validation', language);
    // Not seen in French.
    case 'auto_link':
      return page('139-auto-link-products', 'en');
    case 'payment_terms':
      return page('373-b2b-payment-terms', 'en');
    case 'pos_orders':
      return page('440-sync-shopify-pos-orders', 'en');
    case 'phone_validation':
      return page('321-action-required-phone-number-not-valid', 'en');
    case 'action_required':
      return page('322-how-to-deal-with-orders-in-action-required', 'en');
    default:
      return assertNever(article);
  }
}

function articleUrl(slug: string, language: Language): string {
  return `https://${language === 'fr' ? 'fr.help' : 'help'}.bigblue.co/article/${slug}`;
}

function inPlatform(subject: LinkSubject, ...pages: readonly string[]): DeepLinkResult {
  return checked({
    url: 'https://app.bigblue.co/',
    exact: false,
    trail: ['Shop integrations', subject.storeName, ...pages],
  });
}

interface Missing {
  readonly missing: MissingSubject;
}

/** A store's handle is its myshopify.com name; a domain of its own leads to the shop, not to its admin. */
const SHOPIFY_DOMAIN = /^([a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)\.myshopify\.com$/;

function inAdmin(subject: LinkSubject, path: string | Missing): DeepLinkResult {
  const handle = SHOPIFY_DOMAIN.exec(subject.storeDomain.toLowerCase())?.[1];
  if (handle === undefined) return { ok: false, missing: 'store' };
  if (typeof path !== 'string') return { ok: false, missing: path.missing };
  return checked({ url: `https://admin.shopify.com/store/${handle}/${path}`, exact: true, trail: [] });
}

function productPath({ product }: LinkSubject): string | Missing {
  return numbered('product', 'products', 'Product', product);
}

function variantPath(subject: LinkSubject): string | Missing {
  const product = productPath(subject);
  if (typeof product !== 'string') return product;
  const variant = numbered('variant', 'variants', 'ProductVariant', subject.variant);
  return typeof variant === 'string' ? `${product}/${variant}` : variant;
}

/** `orders/123` from a gid of that kind, of which only the digits are used. */
function numbered(what: MissingSubject, folder: string, kind: string, id: string | null): string | Missing {
  const digits = new RegExp(`^gid://shopify/${kind}/(\\d{1,20})$`).exec(id ?? '')?.[1];
  return digits === undefined ? { missing: what } : `${folder}/${digits}`;
}

/** Quoted, so that colons and spaces in a tag are not read as search syntax. */
function tagQuery(tag: string): string {
  return encodeURIComponent(`tag:"${tag.replaceAll(/["\\]/g, '')}"`);
}

/** The last gate: whatever was put together above, only an allowed address leaves. */
function checked(link: DeepLink): DeepLinkResult {
  const url = openableUrl(link.url);
  if (url === null) throw new Error(`The link ${link.url} leads off the allowed hosts.`);
  return { ok: true, link: { ...link, url } };
}
