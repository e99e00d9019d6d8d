import type { ExerciseNotFound } from './find-exercise.ts';

type Refusal = ExerciseNotFound['outcome'] | 'no-such-lesson' | 'no-such-choice' | 'no-such-option';

export const PLACE_EACH_ELEMENT = 'Rien n’a été enregistré : donnez une place à chaque élément, puis validez.';

/** Why a form of a lesson changed nothing, and what to do. */
export function notFollowingMessage(outcome: Refusal): string {
  switch (outcome) {
    case 'not-begun':
      return 'Ce module n’est pas commencé : ouvrez sa page d’accueil et commencez-le, votre réponse pourra alors être gardée.';
    case 'other-edition':
      return 'Cette page montre une version que vous ne suivez plus : rechargez-la, puis recommencez.';
    case 'no-such-module':
    case 'no-such-lesson':
    case 'no-such-exercise':
    case 'no-such-choice':
    case 'no-such-option':
      return 'Ce contenu a été corrigé depuis que la page est ouverte : rechargez-la, puis recommencez.';
  }
}
