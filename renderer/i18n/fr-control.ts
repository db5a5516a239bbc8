import type { RetryTrouble } from '../../shared/domain/retry-rule.ts';
import type { enControl } from './en-control.ts';
import type { Format } from './format.ts';

const orders = (n: number, f: Format): string =>
  `${f.number(n)} ${f.plural(n, { one: 'commande', other: 'commandes' })}`;

const troubles: Readonly<Record<RetryTrouble, string>> = {
  throttled: 'La boutique limite les requêtes',
  network: 'Personne ne répond',
  server: 'La boutique est en panne',
  answer: 'Autre chose arrive qu’une réponse',
  stale: 'Ce qui a été lu n’est déjà plus à jour',
  unexpected: 'Une erreur de notre fait',
};

export const frControl: typeof enControl = {
  when: 'Envoi',
  now: 'Tout de suite, à son tour',
  at: 'À une heure précise…',
  beforeCutoff: (when) => `Avant le prochain délai limite, ${when}`,
  noCutoff: 'Avant le prochain délai limite : aucune boutique n’en a',
  time: 'Début',
  past: 'Cette heure est passée : choisissez-en une autre.',
  stages: 'Essai',
  allAtOnce: 'Sur toutes les commandes d’un coup',
  trial: 'Sur 1, puis 10, puis le reste',
  stopAbove: 'Arrêter au-delà de',
  percent: '% d’échecs parmi les commandes essayées',
  badShare: 'Indiquez un nombre entier de 0 à 100.',
  late: (store, cutoff, needs, left) =>
    `Le délai limite de ${store} à ${cutoff} ne sera pas tenu : l’envoi prend environ ${needs}, il reste ${left}. Ce qui part d’ici là compte quand même.`,
  fits: (needs, left) => `Prend environ ${needs} ; il reste ${left}.`,

  held: 'Retenu : suspendu, arrêté ou en attente de son heure.',
  toSend: 'À envoyer, dans cet ordre',
  over: 'Avant',

  pause: 'Suspendre',
  resume: 'Reprendre',
  pauseHint: 'Plus rien de cette exécution ne part ; ce qui est en route va à son terme',
  stores: 'Boutique par boutique',
  pauseStore: (name) => `Suspendre l’envoi vers ${name}`,
  resumeStore: (name) => `Reprendre l’envoi vers ${name}`,
  first: 'Faire passer devant',
  inTurn: 'Remettre à son tour',
  firstHint: 'Avant toutes les autres exécutions ; les écritures d’une même commande gardent leur ordre',
  schedule: 'Programmer…',
  scheduleHint: 'Dire quand cette exécution part',
  setSchedule: 'Valider',
  keepSchedule: 'Laisser ainsi',
  cancelRest: 'Annuler le reste',
  cancelHint: 'Retire ce qui n’est pas encore parti',
  cancelSure: (n, f) =>
    `${f.number(n)} ${f.plural(n, { one: 'écriture pas encore partie ne partira', other: 'écritures pas encore parties ne partiront' })} pas.`,
  cancelThem: 'Les retirer',
  keepThem: 'Les garder',
  retryAll: 'Tout réessayer',
  retryHint: 'Ce qui attend ou a été refusé est réessayé maintenant, si l’ordre le permet',
  goOn: 'Poursuivre quand même',
  stopped: (stage, of, failed, all, f) =>
    `Arrêtée à l’étape ${f.number(stage)} sur ${f.number(of)} : ${f.number(failed)} échec${failed > 1 ? 's' : ''} sur ${orders(all, f)}.`,
  stoppedText: (percent, f) =>
    `Plus de ${f.number(percent)} % d’échecs : plus rien ne part. Voyez pourquoi ci-dessous, puis poursuivez ou retirez le reste.`,
  stage: (stage, of, through, all, f) =>
    `Étape ${f.number(stage)} sur ${f.number(of)} : ${f.number(through)} sur ${orders(all, f)} traitées`,
  chips: {
    paused: 'suspendue',
    first: 'devant',
    from: (when) => `dès ${when}`,
    before: (when) => `avant ${when}`,
    missed: (when) => `${when} manqué`,
    stopped: 'arrêtée',
    stage: (stage, of, f) => `étape ${f.number(stage)} sur ${f.number(of)}`,
  },
  tried: (n, most, f) =>
    most === null ? `essayée ${f.number(n)} ×` : `essai ${f.number(n)} sur ${f.number(most)}`,

  rules: 'Ce qui est réessayé tout seul',
  rulesHint:
    'Combien de fois de suite, et pendant combien de temps. Ce qui est abandonné reste visible et peut être réessayé.',
  trouble: 'Quand',
  troubles,
  most: 'Au plus',
  times: 'fois',
  within: 'pendant',
  hours: 'heures',
  always: 'illimité',

  checks: 'Après le correctif',
  check: {
    solved: 'résolue',
    same_error: 'toujours bloquée',
    other_error: 'bloquée pour autre chose',
    waiting: 'sous surveillance',
    given_up: 'sans nouvelles depuis un jour',
  },
  checkCount: {
    solved: (n, f) => `${f.number(n)} ${f.plural(n, { one: 'résolue', other: 'résolues' })}`,
    same_error: (n, f) =>
      `${f.number(n)} toujours ${f.plural(n, { one: 'bloquée', other: 'bloquées' })} par la même erreur`,
    other_error: (n, f) =>
      `${f.number(n)} ${f.plural(n, { one: 'bloquée', other: 'bloquées' })} pour autre chose`,
    waiting: (n, f) => `${f.number(n)} sous surveillance`,
    given_up: (n, f) => `${f.number(n)} sans nouvelles depuis un jour`,
  },
  stuckFor: (type) => `bloquée : ${type}`,
  regressed: 'rebloquée',
  regressedCount: (n, f) => `${f.number(n)} ${f.plural(n, { one: 'rebloquée', other: 'rebloquées' })}`,
  regressedTitle: 'Rebloquée après avoir été résolue.',
  regressedText: (when) => `Elle s’est bloquée de nouveau ${when} ; une exécution l’avait résolue.`,
  toRun: 'Voir cette exécution',
};
