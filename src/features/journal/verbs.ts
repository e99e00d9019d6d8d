const VERBS: Record<string, string> = {
  'account:create': 'Compte ouvert',
  'import:apply': 'Import appliqué',
  'import:undo': 'Import annulé',
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
  'role:give': 'Rôle donné',
  'unit:create': 'Unité ajoutée',
};

/** The journal's verb as a person reads it; an unknown one as it is written. */
export function verbInFrench(verb: string): string {
  return VERBS[verb] ?? verb;
}
