import type { enPlaybook } from './en-playbook.ts';

export const frPlaybook: typeof enPlaybook = {
  title: 'Fiche',
  close: 'Fermer la fiche',
  forGroup: (type) =>
    `${type} : que faire de toutes ces commandes. Choisissez une cause pour viser les siennes.`,
  parts: {
    check: 'Vérifier',
    resolve: 'Résoudre',
    bulk: 'En masse',
    prevent: 'Éviter',
    contact: 'Écrire à la Care Team',
  },
  checked: (ago) => `lu ${ago}`,
  standing: { waiting: 'Dans la file d’envoi', done: 'Envoyé' },
  reread: 'Relire',
  open: 'Ouvrir',
  copy: 'Copier',
  copied: 'Copié',
  timelineTitle: 'Historique',
  timeline: {
    placed: 'Commande passée',
    cancelled: 'Annulée',
    fulfilled: (by) => (by === null ? 'Traitée' : `Traitée par ${by}`),
    tagged: (by, tag) => `${by ?? 'Quelqu’un'} a ajouté ${tag}`,
  },
  address: 'Livrée à',
  withheld: 'Shopify cache l’adresse à cette application.',
  noAddress: 'Pas d’adresse de livraison : la commande ne s’expédie pas.',
};
