import type { enSearch } from './en-search.ts';

export const frSearch: typeof enSearch = {
  label: 'Chercher des commandes',
  placeholder: 'Commande, SKU, tag',
  clear: 'Effacer la recherche',
  title: 'Recherche',
  found: (n, more, f) =>
    more
      ? `plus de ${f.number(n)} commandes`
      : `${f.number(n)} ${f.plural(n, { one: 'commande', other: 'commandes' })}`,
  inStore: (store) => `chez ${store}`,
  results: 'Commandes trouvées',
  back: 'Retour',
  listed: (n, f) => `D’autres commandes correspondent ; les ${f.number(n)} premières sont affichées.`,
  listAll: 'Tout afficher',
  none: (q) => `Aucune commande ne correspond à « ${q} ».`,
  noneHint: 'Tous les états ont été parcourus : synchronisées, reportées, écartées et closes comprises.',
  everyStore: 'Chercher dans toutes les boutiques',
  tooShort: 'Tapez au moins deux caractères.',
  start: 'Retrouvez n’importe quelle commande, quoi qu’elle soit devenue.',
  startHint:
    'Les mots sont cherchés dans le numéro, le client, l’e-mail, la ville, le SKU, les tags et le message de Bigblue. Les filtres précisent :',
  examples: 'Filtres',
  not: 'sans ce tag ; un - devant exclut',
  setAside: 'plusieurs valeurs : l’une d’elles',
  quoted: 'mots entiers',
  filters: {
    store: 'les commandes d’une boutique',
    country: 'le pays de livraison, en deux lettres',
    tag: 'un tag de la commande',
    sku: 'le SKU d’un article ; * remplace la suite',
    is: 'son état : stuck (bloquée), snoozed (reportée), dismissed (écartée), synced, waiting, closed',
    type: 'son type d’erreur',
    age: 'son ancienneté : m, h, d (jours) ou w (semaines)',
    value: 'sa valeur, dans sa propre devise',
  },
  faulty: 'Cette recherche n’est pas comprise.',
};
