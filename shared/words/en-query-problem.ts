import { assertNever } from '../domain/assert-never.ts';
import { ERROR_TYPES, ORDER_STATES } from '../domain/error-type.ts';
import { QUERY_FILTERS, type QueryFilter, type QueryProblem } from '../domain/order-query.ts';

const TAKES: Readonly<Record<QueryFilter, string>> = {
  store: 'a store’s id or name',
  country: 'a country’s two letters, as in country:IE',
  tag: 'a tag, as in tag:vip or tag:"first order"',
  sku: 'a SKU, as in sku:ABC or sku:AB*',
  is: `one of ${ORDER_STATES.join(', ')}`,
  type: `one of ${ERROR_TYPES.join(', ')}`,
  age: 'a number of m, h, d or w, as in age>2d',
  value: 'an amount, as in value>100',
};

/** One English sentence that names the part of a search that is wrong and what to type instead. */
export function queryProblemInEnglish(problem: QueryProblem): string {
  switch (problem.kind) {
    case 'unclosed_quote':
      return 'The quote is not closed; type a second " behind it.';
    case 'unknown_filter':
      return `There is no filter “${problem.given}”; use one of ${QUERY_FILTERS.join(', ')}, or quote it to search for the words.`;
    case 'no_value':
      return `“${problem.filter}” has no value; it takes ${TAKES[problem.filter]}.`;
    case 'not_compared':
      return `“${problem.filter}” is compared with >, >=, < or <=; it takes ${TAKES[problem.filter]}.`;
    case 'compared':
      return `“${problem.filter}” cannot be compared, use a colon; it takes ${TAKES[problem.filter]}.`;
    case 'bad_value':
      return `“${problem.given}” is nothing for “${problem.filter}”; it takes ${TAKES[problem.filter]}.`;
    case 'no_such_store':
      return `No store is called “${problem.given}”; the list of stores shows what they are called.`;
    case 'too_long':
      return `A search has at most ${problem.most} characters; shorten it.`;
    default:
      return assertNever(problem);
  }
}
