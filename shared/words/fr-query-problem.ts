import { assertNever } from '../domain/assert-never.ts';
import { ERROR_TYPES, ORDER_STATES } from '../domain/error-type.ts';
import { QUERY_FILTERS, type QueryFilter, type QueryProblem } from '../domain/order-query.ts';

const TAKES: Readonly<Record<QueryFilter, string>> = {
  store: 'l’identifiant ou le nom d’une boutique',
  country: 'les deux lettres d’un pays, comme dans country:IE',
  tag: 'un tag, comme dans tag:vip ou tag:"first order"',
  sku: 'un SKU, comme dans sku:ABC ou sku:AB*',
  is: `l’un de ${ORDER_STATES.join(', ')}`,
  type: `l’un de ${ERROR_TYPES.join(', ')}`,
  age: 'un nombre de m, h, d ou w, comme dans age>2d',
  value: 'un montant, comme dans value>100',
};

/** Which part of a search is wrong and what to type instead, in one French sentence. */
export function queryProblemInFrench(problem: QueryProblem): string {
  switch (problem.kind) {
    case 'unclosed_quote':
      return 'Le guillemet n’est pas fermé ; ajoutez un second " à la fin.';
    case 'unknown_filter':
      return `Il n’y a pas de filtre « ${problem.given} » ; utilisez ${QUERY_FILTERS.join(', ')}, ou mettez le tout entre guillemets pour chercher ces mots.`;
    case 'no_value':
      return `« ${problem.filter} » est sans valeur ; il attend ${TAKES[problem.filter]}.`;
    case 'not_compared':
      return `« ${problem.filter} » se compare avec >, >=, < ou <= ; il attend ${TAKES[problem.filter]}.`;
    case 'compared':
      return `« ${problem.filter} » ne se compare pas, mettez deux-points ; il attend ${TAKES[problem.filter]}.`;
    case 'bad_value':
      return `« ${problem.given} » ne convient pas à « ${problem.filter} » ; il attend ${TAKES[problem.filter]}.`;
    case 'no_such_store':
      return `Aucune boutique ne s’appelle « ${problem.given} » ; la liste des boutiques donne leurs noms.`;
    case 'too_long':
      return `Une recherche a au plus ${problem.most} caractères ; raccourcissez-la.`;
    default:
      return assertNever(problem);
  }
}
