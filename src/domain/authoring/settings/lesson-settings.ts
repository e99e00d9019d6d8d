import { z } from 'zod';
import type { SettingsPlace } from './check-settings.ts';
import { shownText, wholeNumber } from './expectations.ts';

/** The front matter of a lesson. */
export const LessonSettings = z.strictObject({
  titre: shownText,
  objectif: shownText,
  duree: wholeNumber(1, 240, 'de minutes'),
});

export type LessonSettings = z.output<typeof LessonSettings>;

export const LESSON_SETTINGS_PLACE: SettingsPlace = {
  name: 'l’en-tête de la leçon',
  examples: {
    titre: 'titre: Reconnaître les signaux',
    objectif: 'objectif: Repérer un faisceau d’indices sans conclure trop vite.',
    duree: 'duree: 8',
  },
};
