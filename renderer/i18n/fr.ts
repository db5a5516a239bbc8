import {
  ERROR_TYPES_IN_FRENCH,
  FIXES_IN_FRENCH,
  ORDER_STATES_IN_FRENCH,
} from '../../shared/words/fr-terms.ts';
import type { Catalog } from './en.ts';
import { frEvidence } from './fr-evidence.ts';
import { frImports } from './fr-imports.ts';
import { frControl } from './fr-control.ts';
import { frHistory } from './fr-history.ts';
import { frPages } from './fr-pages.ts';
import { frPlan } from './fr-plan.ts';
import { frPlaybook } from './fr-playbook.ts';
import { frSearch } from './fr-search.ts';
import { frShortcuts } from './fr-shortcuts.ts';
import type { Format } from './format.ts';

const orders = (n: number, f: Format): string =>
  `${f.number(n)} ${f.plural(n, { one: 'commande', other: 'commandes' })}`;
const stores = (n: number, f: Format): string =>
  `${f.number(n)} ${f.plural(n, { one: 'boutique', other: 'boutiques' })}`;

export const fr: Catalog = {
  units: { minute: 'min', hour: 'h', day: 'j' },
  errorTypes: ERROR_TYPES_IN_FRENCH,
  fixes: FIXES_IN_FRENCH,
  states: ORDER_STATES_IN_FRENCH,
  evidence: frEvidence,
  plan: frPlan,
  control: frControl,
  pages: frPages,
  history: frHistory,
  imports: frImports,
  playbook: frPlaybook,
  search: frSearch,
  shortcuts: frShortcuts,
  count: {
    orders,
    stores,
    more: (n, f) => `+${f.number(n)} ${f.plural(n, { one: 'autre', other: 'autres' })}`,
  },
  quote: (words) => `«\u00a0${words}\u00a0»`,
  ago: (age) => (age === null ? 'à l’instant' : `il y a ${age}`),
  nav: {
    label: 'Vues et boutiques',
    triage: 'Tri',
    stores: 'Boutiques',
    allStores: 'Toutes les boutiques',
    language: 'Langue',
    toDark: 'Thème sombre',
    toLight: 'Thème clair',
    demo: 'Démo',
    demoHint:
      'Des marchands inventés sur cette machine : rien de ce que vous faites ici n’atteint une vraie boutique.',
    skip: 'Aller au contenu',
  },
  storeState: {
    ok: 'connectée',
    offline: 'hors ligne',
    reconnect: 'à reconnecter',
    readonly: 'lecture seule',
    neverImported: 'Rien n’a encore été importé pour elle.',
    offlineTitle: (name) => `${name} est injoignable.`,
    reconnectTitle: (name) => `${name} demande à nouveau son jeton d’accès.`,
    shownAsOf: (ago) => `Dernières données : ${ago}.`,
    neverSynced: 'Rien n’en a encore été synchronisé.',
  },
  sync: {
    label: 'Synchroniser',
    hint: 'Récupérer maintenant ce qui a changé dans les boutiques',
    running: 'Synchronisation',
    progress: (done, total, left) =>
      total === null ? `${done} commandes` : `${done} sur ${total}${left === null ? '' : `, encore ${left}`}`,
    never: 'jamais',
    failed: 'La synchronisation n’a pas abouti.',
  },
  outbox: {
    title: 'File d’envoi',
    empty: 'Rien n’attend d’être envoyé.',
    queued: (n, f) => `${f.number(n)} en file`,
    offline: 'Hors ligne',
    whenOnline: 'Envoi dès que les boutiques répondent.',
    paused: 'En pause',
    sending: 'Envoi en cours.',
    sendingFor: (ms, f) =>
      `Envoi en cours : encore ${ms < 60_000 ? `${f.number(Math.ceil(ms / 1000))} s` : f.span(ms)} environ.`,
    attention: (n, f) => `${f.number(n)} ${f.plural(n, { one: 'attend', other: 'attendent' })} une décision`,
  },
  board: {
    title: 'Tri',
    causes: 'Un correctif, plusieurs commandes débloquées',
    causesShare: (n, percent, f) =>
      `${f.number(n)} ${f.plural(n, { one: 'cause retient', other: 'causes retiennent' })} ${percent} des commandes bloquées`,
    unblocks: (n, all, f) =>
      n === all
        ? `La corriger débloque ${orders(n, f)}.`
        : `${orders(all, f)} concernées ; la corriger seule en débloque ${f.number(n)}, les autres ont encore autre chose.`,
    showAll: (n, f) => `Voir les ${f.number(n)} causes`,
    showFewer: 'En voir moins',
    types: 'Par type d’erreur',
    oldestOfTile: (age) => `jusqu’à ${age}`,
    trend: (span, then, now, f) => `Bloquées, sur ${span} : de ${f.number(then)} à ${f.number(now)}`,
    oldest: (age) => `la plus ancienne ${age}`,
    predicted: (n, f) => `${f.number(n)} bientôt ${f.plural(n, { one: 'débloquée', other: 'débloquées' })}`,
    source: (platform, local, f) =>
      platform === 0
        ? 'diagnostic local'
        : local === 0
          ? 'signalé par Bigblue'
          : `${f.number(platform)} ${f.plural(platform, { one: 'signalée', other: 'signalées' })} par Bigblue`,
    sourceHint: (platform, local, f) =>
      `Message de Bigblue lui-même pour ${orders(platform, f)} ; diagnostic d’après la commande pour ${f.number(local)}.`,
    none: 'aucune bloquée',
    nothingStuck: 'Aucune commande bloquée.',
    setAside: 'Ce qui a été reporté ou écarté',
    lastChecked: (ago) => `Dernière vérification ${ago}.`,
    noStores: 'Aucune boutique n’est connectée.',
    noStoresRemedy:
      'Il faut le domaine de la boutique et un jeton d’accès ; chaque autorisation est vérifiée au passage.',
    connectFirst: 'Connecter une boutique',
    firstSync: 'La première synchronisation est en cours ; le tableau se remplit au fil des commandes.',
  },
  group: {
    reading: 'En cours de lecture',
    labels: {
      stuck: 'Commandes bloquées',
      predictedFixed: 'Commandes que les correctifs en file débloquent',
      missCutoff: 'Commandes qui manquent le prochain délai',
      snoozed: 'Commandes reportées',
      dismissed: 'Commandes écartées',
    },
    tabsLabel: 'Parties du groupe',
    tabs: {
      stuck: 'Bloquées',
      predictedFixed: 'Bientôt débloquées',
      missCutoff: 'Délai manqué',
      snoozed: 'Reportées',
      dismissed: 'Écartées',
    },
    causes: 'Causes',
    allCauses: 'Toutes les causes',
    noCauses: 'Ces commandes n’ont pas de cause commune.',
    columns: {
      order: 'Commande',
      evidence: 'Constat',
      store: 'Boutique',
      value: 'Valeur',
      age: 'Âge',
      state: 'État',
    },
    sorted: {
      age: 'Triées par âge, les plus anciennes d’abord',
      newest: 'Triées par âge, les plus récentes d’abord',
      value: 'Triées par valeur, les plus élevées d’abord',
      name: 'Triées par numéro de commande',
    },
    sortBy: (column) => `Trier par ${column.toLowerCase()}`,
    empty: {
      stuck: 'Plus aucune commande n’est bloquée pour cette raison.',
      predictedFixed: 'Aucun correctif en file ne débloque de commande ici.',
      missCutoff: 'Aucune commande ici ne dépend du prochain délai.',
      snoozed: 'Aucune commande reportée ici.',
      dismissed: 'Aucune commande écartée ici.',
    },
    emptyHint: {
      stuck: 'Vos correctifs, ou des changements dans les boutiques, ont pris effet.',
      predictedFixed:
        'Une fois un correctif validé, les commandes qu’il débloque restent ici jusqu’à ce que la boutique le confirme.',
      missCutoff:
        'Ce seraient des commandes bloquées passées depuis le dernier délai : corrigées à temps, elles partent comme promis.',
      snoozed: 'Une commande reportée revient d’elle-même à l’heure dite.',
      dismissed: 'Ce que vous écartez reste ici, prêt à être remis au tableau.',
    },
    back: 'Retour au tableau',
    queued: 'en file',
    queuedHint: 'Un correctif est dans la file d’envoi.',
  },
  order: {
    label: 'Commande',
    choose: 'Choisissez une commande pour voir ce qui la bloque.',
    close: 'Fermer',
    openInShopify: 'Ouvrir dans Shopify',
    stuckFor: (age) => `Bloquée depuis ${age}`,
    placed: (moment) => `passée ${moment}`,
    platformSays: 'Message de Bigblue',
    diagnosedHere: 'Diagnostic d’après la commande ; Bigblue ne l’a pas dit lui-même.',
    same: (n, f) =>
      f.plural(n, {
        one: 'Une autre commande a la même cause',
        other: `${f.number(n)} autres commandes ont la même cause`,
      }),
    also: 'La bloque aussi',
    items: 'Articles à expédier',
    territory: (zip, of) => `${zip} est un code postal de ce territoire : ${of}.`,
    territoryWhy: (country) =>
      `L’adresse indique le pays « ${country} » : transporteurs et douanes se fient au code pays.`,
    noItems: 'Aucun article ouvert.',
    tags: 'Tags',
    noTags: 'Aucun tag.',
    afterTheFix: 'Après le correctif',
    afterFix: 'Après le correctif en file',
    willSync: 'Plus rien ne la retient : elle devrait se synchroniser.',
    stillKept: (type) => `Encore bloquée : ${type}.`,
    gone: 'Cette commande n’est plus ici.',
    standing: {
      synced: 'Bigblue l’a reçue ; rien ne la retient.',
      waiting: 'Trop récente pour le dire : Bigblue a encore le temps de la recevoir.',
      snoozed: 'Reportée jusqu’à ce que sa cause disparaisse ou que vous la remettiez au tableau.',
      dismissed: 'Écartée : elle reste hors du tableau tant que vous ne l’y remettez pas.',
      closed:
        'Personne ne l’attend : un test, une vente au comptoir, ou terminée avant que Bigblue n’ait à la connaître.',
    },
    snoozedUntil: (when) => `Reportée jusqu’au ${when}.`,
  },
  errors: {
    failed: 'La lecture a échoué.',
    other: (message) => `Unstuck rapporte ceci : «\u00a0${message}\u00a0»`,
    retry: 'Réessayer',
    crashed: 'Cette vue s’est arrêtée.',
    crashedBy: (message) => `Elle dit ${message}.`,
    crashedKept:
      'Un nouvel essai se fait tout seul ; votre sélection et votre correctif sont gardés, et le reste continue.',
    disconnected: 'Le moteur d’Unstuck ne répond pas.',
    reconnecting: 'La connexion se rétablit d’elle-même ; rien n’est perdu.',
    workspace: 'Un fichier de cet espace était endommagé.',
    understood: 'Compris',
    refused: 'Cette page n’a pas accès à Unstuck.',
    refusedRemedy:
      'Ouvrez l’adresse qu’Unstuck a affichée dans le terminal à son démarrage ; elle sert une fois par navigateur.',
    oldPage: 'Cette page n’est pas de la même version que le moteur d’Unstuck.',
    reload: 'Recharger',
  },
};
