import type { ImportState } from '#db/schema.ts';
import type { ImportResult } from './batch.ts';
import type { ImportNotice, ImportWork } from './work-in-hand.ts';

export const STATE_WORDS: Record<ImportState, string> = {
  stored: 'à lire',
  refused: 'illisible',
  previewed: 'à vérifier',
  applied: 'appliqué',
  undone: 'annulé',
  abandoned: 'abandonné',
};

export const WORK_WORDS: Record<ImportWork, string> = {
  reading: 'Lecture du fichier',
  applying: 'Application de l’import',
  undoing: 'Annulation de l’import',
};

/** « 12 ajouts, 3 changements, 1 affectation changée ». */
export function resultWords(result: ImportResult): string {
  const words = [
    counted(result.new, 'ajout'),
    counted(result.changed, 'changement'),
    counted(result.moved, 'affectation changée', 'affectations changées'),
    counted(result.left, 'départ'),
    counted(result.skipped, 'ligne laissée de côté', 'lignes laissées de côté'),
  ].filter((word) => word !== null);
  return words.join(', ') || 'rien';
}

function counted(count: number, one: string, several = `${one}s`): string | null {
  return count === 0 ? null : `${frenchCount(count)} ${count === 1 ? one : several}`;
}

const french = new Intl.NumberFormat('fr-FR');

/** « 300 000 ». */
export const frenchCount = (count: number): string => french.format(count);

/** Why the last work on an import did not do what was asked, and what to do. */
export function noticeWords(notice: ImportNotice): string {
  if (typeof notice === 'object')
    return `L’annulation est refusée : ce que cet import a ajouté sert déjà (${usesWords(notice.uses)}). Corrigez plutôt le fichier, puis importez-le de nouveau.`;
  return NOTICES[notice];
}

const NOTICES: Record<Exclude<ImportNotice, object>, string> = {
  'not-waiting': 'Cet import n’attend plus : il a été appliqué ou abandonné entre-temps. Rien d’autre n’a changé.',
  'has-refusals':
    'Rien n’a été appliqué : des lignes sont refusées. Corrigez le fichier, ou cochez la case qui les laisse de côté.',
  'nothing-to-do': 'Rien n’a été appliqué : il n’y a rien à changer.',
  stale:
    'Rien n’a été appliqué : des personnes ou des unités ont changé depuis l’aperçu, ou il date d’un autre jour. Relisez le fichier, vérifiez le nouvel aperçu, puis appliquez-le.',
  unreadable: 'Rien n’a été appliqué : le fichier n’est plus lisible. Envoyez-le de nouveau.',
  'not-applied': 'Cet import n’est pas appliqué, ou il est déjà annulé : rien n’a changé.',
  'not-last': 'Un autre import a été appliqué depuis : seul le dernier peut être annulé. Rien n’a changé.',
  failed:
    'Une erreur a tout arrêté, et rien n’a changé. Recommencez ; si cela continue, signalez-le à l’administrateur.',
};

const USES: Record<string, string> = {
  account: 'un compte ouvert',
  begun: 'un module commencé',
  completion: 'un module achevé',
  role_grant: 'un rôle donné',
  membership: 'une affectation',
  unit: 'une unité rattachée',
};

function usesWords(uses: readonly string[]): string {
  return uses
    .map((table) => USES[table] ?? 'd’autres données')
    .filter((word, at, all) => all.indexOf(word) === at)
    .join(', ');
}
