import { z } from 'zod';
import type { LessonSource } from '#domain/module/compiled-module.ts';
import { missingLessonDetail } from '../problems/settings-problems.ts';
import type { SettingsPlace } from './check-settings.ts';
import {
  articleNumber,
  confidence,
  shownText,
  verificationDate,
  verificationState,
  wholeNumber,
} from './expectations.ts';
import { NOTICE_KEYS } from './notice-settings.ts';

/** A legal or numeric statement of the lesson that has no card of its own, and what supports it. */
const SourceSettings = z.strictObject(
  {
    enonce: shownText,
    source: shownText,
    article: articleNumber.optional(),
    confiance: confidence,
    verifie: verificationDate,
    statut: verificationState,
  },
  { error: 'pour chaque source, les lignes « enonce: », « source: », « confiance: » et « verifie: »' },
);

/** The front matter of a lesson. */
export const LessonSettings = z
  .strictObject({
    titre: shownText,
    objectif: shownText,
    duree: wholeNumber(1, 240, 'de minutes'),
    ...NOTICE_KEYS,
    sources: z.array(SourceSettings, { error: 'une liste de sources, chacune sur des lignes après « - », ou []' }),
  })
  .refine(({ intensite, precision }) => intensite < 3 || precision !== undefined, { path: ['precision'] });

export type LessonSettings = z.output<typeof LessonSettings>;

export const LESSON_SETTINGS_PLACE: SettingsPlace = {
  name: 'l’en-tête de la leçon',
  examples: {
    titre: 'titre: Reconnaître les signaux',
    objectif: 'objectif: Repérer un faisceau d’indices sans conclure trop vite.',
    duree: 'duree: 8',
    sujets: 'sujets: [harcèlement sexuel, alcool]',
    intensite: 'intensite: 2',
    medias: 'medias: Texte et une figure.',
    precision: 'precision: Cette leçon parle des soins après un viol.',
    sources: 'sources: [] ou, à la ligne, « - enonce: … »',
    'sources.enonce': 'enonce: Altérer des preuves est un délit.',
    'sources.source': 'source: Code pénal',
    'sources.article': 'article: 434-4',
    'sources.confiance': 'confiance: V',
    'sources.verifie': 'verifie: 2026-04-02',
    'sources.statut': 'statut: a-verifier',
  },
  missing: { precision: missingLessonDetail },
};

/** The sources of a lesson, in the words of the code. */
export function toLessonSources({ sources }: LessonSettings): LessonSource[] {
  return sources.map((source) => ({
    statement: source.enonce,
    source: source.source,
    article: source.article ?? null,
    confidence: source.confiance,
    verifiedOn: source.verifie,
    toVerify: source.statut === 'a-verifier',
  }));
}
