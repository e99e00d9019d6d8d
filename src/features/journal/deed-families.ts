/** What a person who reads the journal looks for: each deed is of one of these. */
export const DEED_FAMILIES = {
  personnes: 'Personnes et unités',
  acces: 'Comptes, rôles et délégations',
  obligations: 'Désignations et décisions',
  parcours: 'Parcours',
  apprentissage: 'Modules commencés et achevés',
  contenus: 'Modules et paquets publiés',
  seances: 'Séances, rencontres et maisons',
  rappels: 'Rappels',
  imports: 'Imports',
  fichiers: 'Fichiers et chiffres scellés',
} as const;

export type DeedFamily = keyof typeof DEED_FAMILIES;
