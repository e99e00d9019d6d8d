/** What each form of a session's page was refused; null for those that were not sent. */
export type SessionRefusals = Record<SessionFormName, { message: string; fields: Record<string, string> } | null>;

export type SessionFormName =
  | 'enrolPeople'
  | 'enrolUnit'
  | 'withdrawEnrolment'
  | 'recordAttendance'
  | 'addAttendance'
  | 'withdrawAttendance'
  | 'closeTrainingSession'
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
      return 'La présence est retirée de la liste ; l’achèvement déjà donné reste.';
    case 'cloture':
      return 'La séance est clôturée : chaque personne présente a son achèvement.';
    case 'annulation':
      return 'La séance est annulée.';
    default:
      return null;
  }
}
