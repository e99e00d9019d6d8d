/** What the forms of sessions and meetings answer when something is refused. */

export const NOT_SAVED = 'Rien n’a été enregistré : corrigez le champ signalé, puis envoyez de nouveau.';
export const NO_SUCH_SESSION = 'Cette séance n’existe pas : revenez à la liste des séances.';
export const SESSION_OVER = 'Cette séance est clôturée ou annulée : rien n’a changé.';
export const NOT_HELD_YET = 'La séance n’a pas encore eu lieu : revenez le jour venu, ou corrigez sa date.';

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
