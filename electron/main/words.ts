import type { Language } from '../../shared/domain/language.ts';
import type { UnstuckError } from '../../shared/errors.ts';
import { COMMAND_LINE } from '../../shared/words/command-line.ts';
import { failureInEnglish } from '../../shared/words/en-failure.ts';
import { failureInFrench } from '../../shared/words/fr-failure.ts';

interface Words {
  readonly menu: {
    readonly file: string;
    readonly edit: string;
    readonly view: string;
    readonly window: string;
    readonly about: string;
    readonly services: string;
    readonly hide: string;
    readonly hideOthers: string;
    readonly showAll: string;
    readonly quit: string;
    readonly undo: string;
    readonly redo: string;
    readonly cut: string;
    readonly copy: string;
    readonly paste: string;
    readonly selectAll: string;
    readonly reload: string;
    readonly devTools: string;
    readonly actualSize: string;
    readonly zoomIn: string;
    readonly zoomOut: string;
    readonly fullScreen: string;
    readonly minimize: string;
    readonly zoom: string;
    readonly close: string;
  };
  readonly failed: { readonly title: string; readonly retry: string; readonly quit: string };
  readonly pageGone: { readonly title: string; readonly text: string };
  readonly saveReport: string;
}

/** Everything that main itself shows, outside of the page. */
export const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    menu: {
      file: 'File',
      edit: 'Edit',
      view: 'View',
      window: 'Window',
      about: 'About Unstuck',
      services: 'Services',
      hide: 'Hide Unstuck',
      hideOthers: 'Hide Others',
      showAll: 'Show All',
      quit: 'Quit Unstuck',
      undo: 'Undo',
      redo: 'Redo',
      cut: 'Cut',
      copy: 'Copy',
      paste: 'Paste',
      selectAll: 'Select All',
      reload: 'Reload',
      devTools: 'Developer Tools',
      actualSize: 'Actual Size',
      zoomIn: 'Zoom In',
      zoomOut: 'Zoom Out',
      fullScreen: 'Full Screen',
      minimize: 'Minimise',
      zoom: 'Zoom',
      close: 'Close Window',
    },
    failed: { title: 'Unstuck cannot open its data', retry: 'Try again', quit: 'Quit' },
    pageGone: {
      title: 'The window keeps closing down',
      text: 'Nothing is lost: queued fixes are safe and go on. Try again, or quit and start Unstuck anew.',
    },
    saveReport: 'Save the report',
  },
  fr: {
    menu: {
      file: 'Fichier',
      edit: 'Édition',
      view: 'Affichage',
      window: 'Fenêtre',
      about: 'À propos d’Unstuck',
      services: 'Services',
      hide: 'Masquer Unstuck',
      hideOthers: 'Masquer les autres',
      showAll: 'Tout afficher',
      quit: 'Quitter Unstuck',
      undo: 'Annuler',
      redo: 'Rétablir',
      cut: 'Couper',
      copy: 'Copier',
      paste: 'Coller',
      selectAll: 'Tout sélectionner',
      reload: 'Recharger',
      devTools: 'Outils de développement',
      actualSize: 'Taille réelle',
      zoomIn: 'Agrandir',
      zoomOut: 'Réduire',
      fullScreen: 'Plein écran',
      minimize: 'Placer dans la barre',
      zoom: 'Réduire ou agrandir',
      close: 'Fermer la fenêtre',
    },
    failed: { title: 'Unstuck ne peut pas ouvrir ses données', retry: 'Réessayer', quit: 'Quitter' },
    pageGone: {
      title: 'La fenêtre s’arrête sans cesse',
      text: 'Rien n’est perdu : les correctifs en file d’attente sont à l’abri et continuent. Réessayez, ou quittez puis relancez Unstuck.',
    },
    saveReport: 'Enregistrer le rapport',
  },
};

/** What an error says in the language of the window; one without words in it is told as it is. */
export function errorText({ said, message }: UnstuckError, language: Language): string {
  if (!said) return message;
  return language === 'fr' ? failureInFrench(said, COMMAND_LINE) : failureInEnglish(said, COMMAND_LINE);
}

/** `text` (a locale such as `fr-FR`) as one of the app's languages; English where it is none of them. */
export function languageOf(text: string): Language {
  return text.toLowerCase().startsWith('fr') ? 'fr' : 'en';
}
