/** How hard a module may be to read, in words. */
export const INTENSITIES = {
  1: 'Faible : des notions, sans situation difficile.',
  2: 'Moyenne : des situations de violence sont évoquées, sans détail.',
  3: 'Forte : des passages difficiles, annoncés avant chaque leçon qui en contient.',
} as const;
