import { z } from 'zod';
import { missingNotice } from '../problems/settings-problems.ts';
import type { SettingsPlace } from './check-settings.ts';
import { identifier, shownList, shownText, wholeNumber } from './expectations.ts';

const INTENSITY = { error: '1, 2 ou 3' };

/** What is told before entering the module. */
const NoticeSettings = z.strictObject(
  {
    sujets: shownList(1, 12, 'la liste des sujets abordés, entre crochets : [violences sexuelles, emprise]'),
    intensite: z.union([z.literal(1), z.literal(2), z.literal(3)], INTENSITY),
    medias: shownText,
    precision: shownText.optional(),
  },
  { error: 'les lignes « sujets: », « intensite: » et « medias: », en retrait' },
);

/** module.yaml */
export const ModuleSettings = z.strictObject({
  code: z.string({ error: 'un texte comme m1' }).regex(/^m\d{1,3}$/, { error: '« m » suivi de chiffres, comme m1' }),
  titre: shownText,
  resume: shownText,
  objectifs: shownList(2, 6, 'de 2 à 6 objectifs, chacun sur une ligne qui commence par « - »'),
  themes: shownList(1, 12, 'la liste des thèmes, entre crochets : [détection, orientation]'),
  duree: wholeNumber(1, 600, 'de minutes'),
  seuil: wholeNumber(1, 100, 'en pour cent'),
  tirage: wholeNumber(1, 100, 'de questions'),
  prerequis: z.array(identifier, { error: 'une liste de noms de modules, ou []' }).default([]),
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
    objectifs: 'objectifs: puis, sur chaque ligne suivante, « - Reconnaître … »',
    themes: 'themes: [détection, orientation]',
    duree: 'duree: 35',
    seuil: 'seuil: 80',
    tirage: 'tirage: 5',
    prerequis: 'prerequis: []',
    avertissement: 'avertissement:',
    'avertissement.sujets': 'sujets: [violences sexuelles]',
    'avertissement.intensite': 'intensite: 2',
    'avertissement.medias': 'medias: Texte seul.',
    'avertissement.precision': 'precision: Une ou deux phrases.',
    mention: 'mention: Version de travail.',
  },
  missing: { avertissement: missingNotice },
};
