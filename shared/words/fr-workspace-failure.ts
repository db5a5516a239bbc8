import { assertNever } from '../domain/assert-never.ts';
import type { WorkspaceFailure } from '../domain/failure.ts';
import { quoted } from './fr-names.ts';

/** Why the workspace does not open or cannot be kept, in one French sentence with the remedy. */
export function workspaceFailureInFrench(it: WorkspaceFailure): string {
  switch (it.code) {
    case 'in_use':
      return `${it.folder} est utilisé par un autre Unstuck${it.process === null ? '' : ` (processus ${it.process})`} ; fermez-le, ou choisissez un autre dossier avec --home.`;
    case 'newer_database':
      return `${it.file} vient d’un Unstuck plus récent (version ${it.version}, celui-ci connaît jusqu’à ${it.known}) ; mettez Unstuck à jour, ou choisissez un autre dossier avec --home.`;
    case 'other_schema':
      return `${it.file} dans ${it.folder} vient d’une autre version d’Unstuck, d’avant la première publication, et ne convient pas à celle-ci ; rien n’a été changé : déplacez le dossier pour repartir de zéro, ou choisissez-en un autre avec --home.`;
    case 'database_key_wrong':
      return `${it.file} ne s’ouvre pas avec sa clé : ce n’est pas celle de sa création, ou le fichier est endommagé ; remettez la clé, ou restaurez une copie du dossier backups de ${it.folder}.`;
    case 'database_damaged':
      return `${it.file} dans ${it.folder} est endommagé ; redémarrez Unstuck, qui récupère ce qui peut être lu.`;
    case 'journal_lost':
      return `${it.file} dans ${it.folder} ne se lit pas avec sa clé, ni aucune copie de ${it.backups} : remettez la clé, ou déplacez le fichier pour repartir de zéro.`;
    case 'key_malformed':
      return `La clé des bases de ${it.folder} (${it.keychain}) n’en est pas une (64 chiffres hexadécimaux) ; restaurez-la, ou choisissez un autre dossier avec --home.`;
    case 'key_missing':
      return `La clé des bases de ${it.folder} est introuvable (${it.keychain}) ; restaurez-la, ou choisissez un autre dossier avec --home.`;
    case 'key_unreadable':
      return `Le fichier de clé ${it.file} ne peut pas être lu ; vérifiez ses droits.`;
    case 'keychain_refused':
      return `Le trousseau n’a ni donné ni pris ${quoted(it.secret)} ; déverrouillez-le et réessayez.`;
    case 'folder_unusable':
      return `${it.folder} ne peut pas accueillir ${it.file} (${quoted(it.problem)}) ; choisissez avec --home un dossier où vous pouvez écrire.`;
    case 'folder_unwritable':
      return `Le dossier de données ${it.folder} n’est pas accessible en écriture ; corrigez ses droits, ou choisissez-en un autre avec --home.`;
    case 'disk_full':
      return `Le disque qui porte ${it.folder} est plein ; libérez de la place et réessayez, rien n’a été écrit à moitié.`;
    case 'database_unwritable':
      return `${it.file} dans ${it.folder} n’est pas accessible en écriture ; corrigez les droits du dossier et de ses fichiers.`;
    case 'database_unopenable':
      return `${it.file} ne peut pas être ouvert dans ${it.folder} ; vérifiez que le dossier existe et que vous pouvez y écrire.`;
    case 'database_io':
      return `La lecture ou l’écriture de ${it.file} dans ${it.folder} a échoué ; vérifiez le disque et réessayez.`;
    case 'database_busy':
      return `${it.file} dans ${it.folder} est utilisé par un autre processus ; fermez-le et réessayez.`;
    case 'engine_keeps_ending':
      return 'Le moteur d’Unstuck s’est arrêté plusieurs fois en une minute ; son journal, unstuck.log dans le dossier de données, dit où.';
    case 'no_merchants':
      return 'Les boutiques de démonstration n’ont pas démarré ; relancez Unstuck.';
    default:
      return assertNever(it);
  }
}
