import type { IndexedOrder } from '../shop/search-index.ts';

/** A search filter worked out: who matches, and the span of `updated_at` that can be sought instead of scanned. */
export interface SearchFilter {
  matches(order: IndexedOrder): boolean;
  readonly updatedFrom: number | null;
  readonly updatedTo: number | null;
  /** Set when the filter asks for one sourceIdentifier. */
  readonly sourceIdentifier: string | null;
  readonly warnings: readonly string[];
}

interface Term {
  readonly field: string;
  readonly comparator: '' | '>' | '>=' | '<' | '<=';
  readonly value: string;
  readonly negated: boolean;
}

/**
 * Reads Shopify's search syntax as far as orders need it: `updated_at`, `created_at`, `processed_at`, `id`,
 * `name`, `status`, `tag`, `tag_not`, `email`, `financial_status`, `fulfillment_status`, `source_identifier`,
 * `test`, joined by AND or a space, negated by `-` or NOT. Filters it does not know are ignored with a warning,
 * as the Admin API does.
 */
export function parseOrderSearch(query: string | null | undefined): SearchFilter {
  const warnings: string[] = [];
  const tests: ((order: IndexedOrder) => boolean)[] = [];
  let updatedFrom: number | null = null;
  let updatedTo: number | null = null;
  let sourceIdentifier: string | null = null;
  for (const term of termsOf(query ?? '')) {
    const test = testOf(term);
    if (test === null) {
      warnings.push(`Invalid search field for this query: ${term.field}`);
      continue;
    }
    tests.push(term.negated ? (order) => !test(order) : test);
    if (term.negated) continue;
    if (term.field === 'source_identifier') sourceIdentifier = term.value;
    if (term.field !== 'updated_at') continue;
    const at = secondsOf(term.value);
    if (at === null) continue;
    if (term.comparator.startsWith('>') || term.comparator === '')
      updatedFrom = Math.max(updatedFrom ?? at, at);
    if (term.comparator.startsWith('<') || term.comparator === '') updatedTo = Math.min(updatedTo ?? at, at);
  }
  return {
    matches: (order) => tests.every((test) => test(order)),
    updatedFrom,
    updatedTo,
    sourceIdentifier,
    warnings,
  };
}

function termsOf(query: string): Term[] {
  const terms: Term[] = [];
  const pattern =
    /(-|NOT\s+)?(?:([a-z_]+):\s*(>=|<=|>|<)?\s*)?(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|([^\s()]+))/gi;
  for (const match of query.matchAll(pattern)) {
    const [, not, field = 'default', comparator = '', single, double, bare] = match;
    const value = (single ?? double ?? bare ?? '').replaceAll(/\\(.)/g, '$1');
    if (field === 'default' && single === undefined && double === undefined && /^(AND|OR)$/.test(value))
      continue;
    terms.push({
      field: field.toLowerCase(),
      comparator:
        comparator === '>' || comparator === '>=' || comparator === '<' || comparator === '<='
          ? comparator
          : '',
      value,
      negated: not !== undefined,
    });
  }
  return terms;
}

function testOf(term: Term): ((order: IndexedOrder) => boolean) | null {
  const wanted = term.value.toLowerCase();
  switch (term.field) {
    case 'updated_at':
      return timeTest(term, (order) => order.updatedAt);
    case 'created_at':
    case 'processed_at':
      return timeTest(term, (order) => order.createdAt);
    case 'id': {
      const id = Number(term.value.replace(/^.*\//, ''));
      return (order) => compare(order.id, id, term.comparator);
    }
    case 'name':
      return (order) => bareName(order.name) === bareName(term.value);
    case 'status':
      if (!['open', 'closed', 'cancelled', 'not_closed', 'any'].includes(wanted)) return null;
      return (order) =>
        wanted === 'any' || (wanted === 'not_closed' ? order.status !== 'closed' : order.status === wanted);
    case 'tag':
      return (order) => order.tags.some((tag) => tag.toLowerCase() === wanted);
    case 'tag_not':
      return (order) => order.tags.every((tag) => tag.toLowerCase() !== wanted);
    case 'email':
      return (order) => order.email?.toLowerCase() === wanted;
    case 'financial_status':
      return (order) => order.financialStatus.toLowerCase() === wanted;
    case 'fulfillment_status':
      return (order) =>
        order.fulfillmentStatus.toLowerCase() ===
        (wanted === 'shipped' ? 'fulfilled' : wanted === 'partial' ? 'partially_fulfilled' : wanted);
    case 'source_identifier':
      return (order) => order.sourceIdentifier === term.value;
    case 'test':
      return (order) => order.test === (wanted === 'true');
    case 'default':
      return (order) =>
        bareName(order.name).includes(bareName(term.value)) || order.email?.toLowerCase() === wanted;
    default:
      return null;
  }
}

function timeTest(
  term: Term,
  read: (order: IndexedOrder) => number,
): ((order: IndexedOrder) => boolean) | null {
  const at = secondsOf(term.value);
  return at === null ? null : (order) => compare(Math.floor(read(order) / 1000) * 1000, at, term.comparator);
}

/** A timestamp at the precision of the index: whole seconds, in UTC ms. */
function secondsOf(text: string): number | null {
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : Math.floor(at / 1000) * 1000;
}

function compare(left: number, right: number, comparator: Term['comparator']): boolean {
  switch (comparator) {
    case '>':
      return left > right;
    case '>=':
      return left >= right;
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '':
      return left === right;
  }
}

function bareName(name: string): string {
  return name.trim().replace(/^#/, '').toLowerCase();
}
