import type { CivilDate } from '#domain/time/civil-date.ts';
import { frenchDate } from '#domain/time/french-dates.ts';
import { sessionDays } from './session-days.ts';

/** What the forms of sessions and meetings answer when something is refused. */

export const NOT_SAVED = 'Rien n’a été enregistré : corrigez le champ signalé, puis envoyez de nouveau.';
export const NO_SUCH_SESSION = 'Cette séance n’existe pas : revenez à la liste des séances.';
export const SESSION_OVER = 'Cette séance est clôturée ou annulée : rien n’a changé.';
export const NOT_HELD_YET = 'La séance n’a pas encore eu lieu : revenez le jour venu, ou corrigez sa date.';

export const LIST_CHANGED = 'La liste a changé depuis que vous l’avez lue : relisez-la, puis confirmez.';

/** Why a session is not planned, or recorded, on such a day. */
export function dayRefused(outcome: 'day-too-far' | 'day-too-old', today: CivilDate): string {
  const { first, last } = sessionDays(today);
  return outcome === 'day-too-far'
    ? `Une séance se prévoit deux ans à l’avance au plus : indiquez une date jusqu’au ${frenchDate(last)}.`
    : `Une séance se note dans l’année qui la suit : indiquez une date depuis le ${frenchDate(first)}.`;
}

/** « Il reste 2 places : … ». */
export function seatsLacking(left: number): string {
  const seats = left === 0 ? 'Il ne reste aucune place' : left === 1 ? 'Il reste une place' : `Il reste ${left} places`;
  return `${seats}, et vous inscrivez davantage de personnes : personne n’a été inscrit. Ajoutez des places, ou inscrivez moins de personnes.`;
}

/** Names the HR numbers that nobody has. */
export function unknownNumbers(numbers: readonly string[]): string {
  const [subject, verb] =
    numbers.length > 1 ? ['Matricules inconnus', 'Corrigez-les'] : ['Matricule inconnu', 'Corrigez-le'];
  return `${subject} : ${numbers.join(', ')}. Rien n’a été enregistré. ${verb}, puis envoyez de nouveau.`;
}

/** Names the HR numbers that were pasted more than once; the form then holds each once. */
export function doubledWords(numbers: readonly string[]): string {
  const subject = numbers.length > 1 ? 'Matricules en double' : 'Matricule en double';
  return `${subject} : ${numbers.join(', ')}. Rien n’a été enregistré. Chacun figure maintenant une fois : vérifiez qu’aucun autre n’était attendu à sa place, puis envoyez de nouveau.`;
}
