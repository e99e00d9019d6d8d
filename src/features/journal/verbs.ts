const VERBS: Record<string, string> = {
  'account:create': 'Compte ouvert',
  'house:change': 'Maison modifiée',
  'house:create': 'Maison ajoutée',
  'import:apply': 'Import appliqué',
  'import:undo': 'Import annulé',
  'meeting:record': 'Rencontre enregistrée',
  'meeting:withdraw': 'Rencontre retirée',
  'module:begin': 'Module commencé',
  'module:complete': 'Module achevé',
  'module:publish': 'Module publié',
  'password:change': 'Mot de passe changé',
  'password:reset': 'Mot de passe réinitialisé',
  'person:absence': 'Absence notée',
  'person:create': 'Personne ajoutée',
  'person:credit': 'Équivalence notée',
  'person:designate': 'Personne désignée',
  'person:exempt': 'Dispense accordée',
  'person:move': 'Affectation changée',
  'programme:create': 'Parcours ouvert',
  'figures:seal': 'Chiffres du mois scellés',
  'role:give': 'Rôle donné',
  'training-session:cancel': 'Séance annulée',
  'training-session:change': 'Séance modifiée',
  'training-session:close': 'Séance clôturée',
  'training-session:correct-attendance': 'Présence retirée après clôture',
  'training-session:create': 'Séance créée',
  'training-session:enrol': 'Inscriptions à une séance',
  'training-session:late-attendance': 'Présences ajoutées après clôture',
  'training-session:record-attendance': 'Présences notées',
  'training-session:unenrol': 'Inscription retirée',
  'unit:create': 'Unité ajoutée',
};

/** The journal's verb as a person reads it; an unknown one as it is written. */
export function verbInFrench(verb: string): string {
  return VERBS[verb] ?? verb;
}
