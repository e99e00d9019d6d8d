import { OBLIGATION_STATES, type ObligationState } from '#domain/obligation/obligation-state.ts';

/** What a person's state is called. */
export const STATE_NAMES: Record<ObligationState, string> = {
  done: 'Achevé',
  'done-elsewhere': 'Équivalence',
  exempt: 'Dispense',
  absent: 'Absent',
  'in-progress': 'En cours',
  'not-started': 'Non commencé',
};

/** What those in a state are called together. */
export const STATE_PLURALS: Record<ObligationState, string> = {
  done: 'Achevés',
  'done-elsewhere': 'Équivalences',
  exempt: 'Dispenses',
  absent: 'Absents',
  'in-progress': 'En cours',
  'not-started': 'Non commencés',
};

/** How each state is reached, said once beside the figures. */
export const STATE_MEANINGS: Record<ObligationState, string> = {
  done: 'tous les modules du parcours achevés ici',
  'done-elsewhere': 'formation suivie ailleurs, avec une preuve',
  exempt: 'non concerné après tout, avec un motif enregistré',
  absent: 'empêché à cette date (mission, congé, arrêt)',
  'in-progress': 'au moins un module commencé',
  'not-started': 'rien de commencé',
};

/** A list of people by where they stand, as a link or the filter asks for it. */
export interface StateChoice {
  label: string;
  /** Null among them stands for those whom the programme does not concern. */
  states: readonly (ObligationState | null)[];
}

/** The values of `?etat=`; the first is what is shown when nothing is asked for. */
export const STATE_CHOICES = {
  concernes: { label: 'Tous les concernés', states: OBLIGATION_STATES },
  acheve: { label: 'Achevé', states: ['done'] },
  equivalence: { label: 'Équivalence', states: ['done-elsewhere'] },
  dispense: { label: 'Dispense', states: ['exempt'] },
  absent: { label: 'Absent', states: ['absent'] },
  'en-cours': { label: 'En cours', states: ['in-progress'] },
  'non-commence': { label: 'Non commencé', states: ['not-started'] },
  restants: { label: 'Restants (absent, en cours, non commencé)', states: ['absent', 'in-progress', 'not-started'] },
  'hors-dispenses': {
    label: 'Concernés hors dispenses',
    states: ['done', 'done-elsewhere', 'absent', 'in-progress', 'not-started'],
  },
  'non-concernes': { label: 'Non concernés', states: [null] },
  tous: { label: 'Tout le monde', states: [...OBLIGATION_STATES, null] },
} as const satisfies Record<string, StateChoice>;

export type StateChoiceName = keyof typeof STATE_CHOICES;

/** The value of `?etat=` that lists those in one state. */
export const CHOICE_OF_STATE: Record<ObligationState, StateChoiceName> = {
  done: 'acheve',
  'done-elsewhere': 'equivalence',
  exempt: 'dispense',
  absent: 'absent',
  'in-progress': 'en-cours',
  'not-started': 'non-commence',
};
