import type { enConsequences } from './en-consequences.ts';
import type { Format } from './format.ts';

const orders = (n: number, f: Format): string =>
  `${f.number(n)} ${f.plural(n, { one: 'commande', other: 'commandes' })}`;

/** Ce que fait un correctif irréversible, et à combien de commandes. */
export const frConsequences: typeof enConsequences = {
  mark_as_paid: (n, f) => `Le paiement de ${orders(n, f)} est enregistré, et capturé s’il n’est qu’autorisé.`,
  cancel_fulfillment: (n, f) => `Les traitements de ${orders(n, f)} sont annulés.`,
  recreate_order: (n, f) =>
    f.plural(n, {
      one: 'Une nouvelle commande est créée, et l’ancienne est écartée.',
      other: `${f.number(n)} nouvelles commandes sont créées, et les anciennes sont écartées.`,
    }),
  remove_item: (n, f) => `Des articles sont retirés de ${orders(n, f)}.`,
  replace_item: (n, f) => `Des articles de ${orders(n, f)} sont remplacés.`,
  add_shipping_line: (n, f) => `Une méthode de livraison est ajoutée à ${orders(n, f)}.`,
  send_payment_reminder: (n, f) =>
    f.plural(n, {
      one: 'Le client d’une commande reçoit un e-mail.',
      other: `Les clients de ${orders(n, f)} reçoivent un e-mail.`,
    }),
};
