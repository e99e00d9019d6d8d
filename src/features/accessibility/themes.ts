/** The themes of the RGAA 4.1, with how many criteria each has. */
export const THEMES = [
  { number: 1, name: 'Images', criteria: 9 },
  { number: 2, name: 'Cadres', criteria: 2 },
  { number: 3, name: 'Couleurs', criteria: 3 },
  { number: 4, name: 'Multimédia', criteria: 13 },
  { number: 5, name: 'Tableaux', criteria: 8 },
  { number: 6, name: 'Liens', criteria: 2 },
  { number: 7, name: 'Scripts', criteria: 5 },
  { number: 8, name: 'Éléments obligatoires', criteria: 10 },
  { number: 9, name: 'Structuration de l’information', criteria: 4 },
  { number: 10, name: 'Présentation de l’information', criteria: 14 },
  { number: 11, name: 'Formulaires', criteria: 13 },
  { number: 12, name: 'Navigation', criteria: 11 },
  { number: 13, name: 'Consultation', criteria: 12 },
] as const;

/** « 1.1 » to « 13.12 », in the order of the RGAA. */
export const CRITERION_IDS: readonly string[] = THEMES.flatMap(({ number, criteria }) =>
  Array.from({ length: criteria }, (_, index) => `${number}.${index + 1}`),
);

/** The number of the theme of a criterion. */
export const themeOf = (criterionId: string): number => Number(criterionId.split('.')[0]);
