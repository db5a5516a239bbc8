import { failed } from '../../../shared/failed.ts';
import type { AdminClient } from './client.ts';
import type { RawOrdersProbe, RawShop } from './decode/probe.ts';
import { type DocumentPart, type DocumentParts, partsOfScopes } from './documents/parts.ts';
import { ordersProbeDocument, SHOP_PROBE } from './documents/probe.ts';
import type { GraphqlError } from './graphql-errors.ts';
import { persist } from './persist.ts';
import { grants } from './scopes.ts';

/** What a token may see of its store. */
export interface StoreAccess {
  readonly shop: RawShop;
  readonly parts: DocumentParts;
}

/** With fewer addresses than this, all-empty ones may be chance. */
const ADDRESSES_TO_JUDGE_BY = 3;

/**
 * Asks who the token belongs to, what it may do, and which fields of recent orders Shopify withholds.
 * @throws UnstuckError as `AdminClient.request`; `missing_scope` when orders cannot be read at all
 */
export async function probeStore(client: AdminClient, ports: ProbePorts): Promise<StoreAccess> {
  const { signal } = ports;
  const { data: shop } = await client.request(SHOP_PROBE, {}, { signal });
  if (!grants(shop.scopes, 'read_orders'))
    throw failed(
      'missing_scope',
      { code: 'no_read_orders', host: client.domain },
      { meta: { scope: 'read_orders' } },
    );
  const asked = partsOfScopes(shop.scopes);
  const { errors, addresses } = await persist(() => ordersProbe(client, asked, signal), {
    ...ports,
    domain: client.domain,
  }).then(({ data }) => data);
  const blocked = errors.find(({ path }) => path.length <= 1);
  if (blocked)
    throw failed('missing_scope', { code: 'no_orders_shown', host: client.domain, words: blocked.message });
  const denied = deniedParts(errors);
  if (looksRedacted(addresses)) denied.add('shippingAddress').add('zip');
  return { shop, parts: new Set([...asked].filter((part) => !denied.has(part))) };
}

type ProbePorts = Omit<Parameters<typeof persist>[1], 'domain'>;

/** The probe's errors are its result: they are moved into the data, past the reader that would throw them. */
async function ordersProbe(client: AdminClient, asked: DocumentParts, signal: AbortSignal | undefined) {
  const outcome = await client.attempt(ordersProbeDocument(asked), {}, { signal });
  if (outcome.kind !== 'answer') return outcome;
  const passing = outcome.errors.find(({ code }) => code !== 'ACCESS_DENIED');
  if (passing)
    return {
      kind: 'unclear',
      trouble: { code: 'reports', host: client.domain, words: passing.message },
    } as const;
  return { ...outcome, errors: [], data: { errors: outcome.errors, addresses: outcome.data } };
}

/** Where an error's path ends tells which part is denied; inside an address it is that field only. */
function deniedParts(errors: readonly GraphqlError[]): Set<DocumentPart> {
  const denied = new Set<DocumentPart>();
  for (const { path } of errors) {
    const part = partAt(path);
    if (part) denied.add(part);
  }
  return denied;
}

function partAt(path: readonly string[]): DocumentPart | null {
  const field = path.at(-1) ?? '';
  const inAddress = path.includes('shippingAddress') && field !== 'shippingAddress';
  switch (field) {
    case 'zip':
    case 'email':
    case 'paymentTerms':
    case 'purchasingEntity':
    case 'service':
    case 'location':
      return field;
    case 'phone':
      return inAddress ? 'addressPhone' : 'phone';
    case 'company':
    case 'firstName':
    case 'lastName':
      return 'addressName';
    default:
      return path.includes('shippingAddress') ? 'shippingAddress' : null;
  }
}

/** Addresses that are all without street, city and postal code are blanked, not badly typed. */
function looksRedacted(addresses: RawOrdersProbe): boolean {
  return (
    addresses !== null &&
    addresses.length >= ADDRESSES_TO_JUDGE_BY &&
    addresses.every(({ address1, city, zip }) => !address1 && !city && !zip)
  );
}
