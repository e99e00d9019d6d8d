/** What each form of a session's page was refused; null for those that were not sent. */
export type SessionRefusals = Record<SessionFormName, { message: string; fields: Record<string, string> } | null>;

export type SessionFormName =
  | 'enrolPeople'
  | 'enrolUnit'
  | 'withdrawEnrolment'
  | 'recordAttendance'
  | 'addAttendance'
  | 'withdrawAttendance'
  | 'cancelTrainingSession';

/** What a page says once a form is done, by the `fait` of its address. */
export function sessionDoneWords(fait: string | null, count: number): string | null {
  const people = count > 1 ? `${count} personnes` : count === 1 ? 'une personne' : 'personne de nouveau';
  switch (fait) {
    case 'creation':
      return 'La séance est enregistrée.';
    case 'modification':
      return 'La séance est modifiée.';
    case 'inscription':
      return `Inscription enregistrée : ${people}.`;
    case 'retrait':
      return 'L’inscription est retirée.';
    case 'presences':
      return 'Les présences sont notées.';
    case 'ajout':
      return `Présence ajoutée : ${people}.`;
    case 'correction':
      return count > 0
        ? 'La présence est retirée de la liste, et l’achèvement qu’elle avait donné ne compte plus à partir d’aujourd’hui.'
        : 'La présence est retirée de la liste. Aucun achèvement ne manque pour autant : elle n’en avait pas donné, ou autre chose le donne aussi.';
    case 'deja-corrigee':
      return 'Cette présence était déjà retirée : rien n’a changé.';
    case 'cloture':
      return 'La séance est clôturée : les présences sont comptées.';
    case 'annulation':
      return count === 0
        ? 'La séance est annulée.'
        : `La séance est annulée, et ${count > 1 ? `${count} achèvements donnés ne comptent` : 'l’achèvement donné ne compte'} plus à partir d’aujourd’hui.`;
    default:
      return null;
  }
}
