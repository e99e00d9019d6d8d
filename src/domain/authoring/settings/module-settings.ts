import { z } from 'zod';
import { missingNotice } from '../problems/settings-problems.ts';
import type { SettingsPlace } from './check-settings.ts';
import { identifier, oneOf, shownList, shownText, wholeNumber } from './expectations.ts';
import { NOTICE_KEYS } from './notice-settings.ts';

const NoticeSettings = z.strictObject(NOTICE_KEYS, {
  error: 'les lignes « sujets: », « intensite: » et « medias: », en retrait',
});

const PUBLICS = 'une liste entre crochets : [personnels], [eleves] ou [personnels, eleves]';

const IN_PERSON = 'les numéros des leçons données en séance : [1, 2]';

/** module.yaml */
export const ModuleSettings = z.strictObject({
  code: z.string({ error: 'un texte comme m1' }).regex(/^m\d{1,3}$/, { error: '« m » suivi de chiffres, comme m1' }),
  titre: shownText,
  resume: shownText,
  publics: z
    .array(oneOf(['personnels', 'eleves']), { error: PUBLICS })
    .min(1, { error: PUBLICS })
    .refine((publics) => new Set(publics).size === publics.length, { error: PUBLICS }),
  objectifs: shownList(2, 8, 'de 2 à 8 objectifs, chacun sur une ligne qui commence par « - »'),
  themes: shownList(1, 12, 'la liste des thèmes, entre crochets : [détection, orientation]'),
  duree: wholeNumber(1, 600, 'de minutes'),
  relecture: wholeNumber(1, 3650, 'de jours'),
  seuil: wholeNumber(1, 100, 'en pour cent'),
  tirage: wholeNumber(1, 100, 'de questions'),
  prerequis: z.array(identifier, { error: 'une liste de noms de modules, ou []' }).default([]),
  seance: z
    .array(z.int({ error: IN_PERSON }), { error: IN_PERSON })
    .min(1, { error: IN_PERSON })
    .optional(),
  avertissement: NoticeSettings,
  mention: shownText.optional(),
});

export type ModuleSettings = z.output<typeof ModuleSettings>;

export const MODULE_SETTINGS_PLACE: SettingsPlace = {
  name: 'module.yaml',
  examples: {
    code: 'code: m1',
    titre: 'titre: Détecter et orienter',
    resume: 'resume: Deux ou trois phrases sur le module.',
    publics: 'publics: [personnels, eleves]',
    objectifs: 'objectifs: puis, sur chaque ligne suivante, « - Reconnaître … »',
    themes: 'themes: [détection, orientation]',
    duree: 'duree: 35',
    relecture: 'relecture: 365',
    seuil: 'seuil: 80',
    tirage: 'tirage: 5',
    prerequis: 'prerequis: []',
    seance: 'seance: [1, 2]',
    avertissement: 'avertissement:',
    'avertissement.sujets': 'sujets: [violences sexuelles]',
    'avertissement.intensite': 'intensite: 2',
    'avertissement.medias': 'medias: Texte seul.',
    'avertissement.precision': 'precision: Une ou deux phrases.',
    mention: 'mention: Version de travail.',
  },
  missing: { avertissement: missingNotice },
};
