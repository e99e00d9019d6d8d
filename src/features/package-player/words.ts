import type { ItemReason } from '#domain/packaging/package-completion.ts';

/** Why an item is done, or what it still needs, in a sentence. */
export const REASON_WORDS: Record<ItemReason, string> = {
  opened: 'Ouvert : il n’y a rien d’autre à y faire.',
  skipped: 'Passé : ce qui a été réussi avant l’a rendu inutile.',
  'reported-completed': 'Terminé : le contenu l’a signalé.',
  'reported-passed': 'Réussi : le contenu l’a signalé.',
  'ended-silently': 'Terminé : le contenu s’est refermé sans rien signaler.',
  'score-reached': 'Réussi : le score atteint le seuil demandé.',
  'progress-reached': 'Terminé : la progression atteint le seuil demandé.',
  'not-opened': 'Pas encore ouvert.',
  'in-progress': 'Commencé : le contenu n’a pas encore signalé la fin.',
  'reported-failed': 'À reprendre : le contenu a signalé un échec.',
  'score-below': 'À reprendre : le score est au-dessous du seuil demandé.',
  'progress-below': 'Commencé : la progression est au-dessous du seuil demandé.',
};
