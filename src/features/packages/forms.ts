import { z } from 'zod';

const MAX_PAGE = 100_000;
const MAX_ITEMS = 12;

const text = (most: number, what: string) =>
  z
    .string({ error: `écrivez ${what}` })
    .trim()
    .min(1, `écrivez ${what}`)
    .max(most, `${most} caractères au plus`);

const list = (separator: RegExp, what: string) =>
  z
    .string({ error: `écrivez ${what}` })
    .transform((written) => [...new Set(written.split(separator).map((part) => part.trim()))].filter(Boolean))
    .pipe(
      z
        .array(z.string().max(200, '200 caractères au plus pour chacun'))
        .min(1, `écrivez ${what}`)
        .max(MAX_ITEMS, `${MAX_ITEMS} au plus`),
    );

const ticked = z
  .literal('oui')
  .optional()
  .transform((word) => word === 'oui');

const AUDIENCES = z.enum(['personnels', 'eleves']);

/** `cible` is « nouveau », or the code of the module that gets a new version. */
export const PublishPackageForm = z
  .object({
    paquet: z.uuid('ce paquet n’existe pas'),
    cible: z.union([z.literal('nouveau'), z.string().regex(/^m\d{1,3}$/)], 'choisissez un module').default('nouveau'),
    code: z.string().trim().default(''),
    genre: z.enum(['correction', 'material'], 'choisissez une correction ou une nouvelle édition').default('material'),
    refaire: ticked,
    note: z.string().trim().max(500, '500 caractères au plus').default(''),
    titre: text(200, 'le titre du module'),
    resume: text(1000, 'une ou deux phrases sur le module'),
    duree: z.coerce
      .number({ error: 'un nombre de minutes, de 1 à 600' })
      .int('un nombre entier de minutes')
      .min(1, 'un nombre de minutes, de 1 à 600')
      .max(600, 'un nombre de minutes, de 1 à 600'),
    themes: list(/[,;\n]/, 'au moins un thème'),
    objectifs: list(/\n/, 'au moins un objectif'),
    publics: z
      .union([z.array(AUDIENCES), AUDIENCES.transform((one) => [one])], 'choisissez au moins un public')
      .refine((chosen) => chosen.length > 0, 'choisissez au moins un public'),
    sujets: list(/[,;\n]/, 'au moins un sujet'),
    intensite: z.enum(['1', '2', '3'], 'choisissez 1, 2 ou 3').transform((word) => Number(word) as 1 | 2 | 3),
    medias: text(300, 'ce que le paquet contient'),
    regle: z.enum(['all', 'any'], 'choisissez ce qui achève le module'),
    fenetres: ticked,
  })
  .refine(({ cible, code }) => cible !== 'nouveau' || /^m\d{1,3}$/.test(code), {
    path: ['code'],
    message: '« m » suivi de chiffres, comme m9',
  })
  .refine(({ cible, note }) => cible === 'nouveau' || note !== '', {
    path: ['note'],
    message: 'écrivez ce qui change : les apprenants lisent cette note',
  });

export type PublishPackageForm = z.output<typeof PublishPackageForm>;

export const WaitingArchiveForm = z.object({ archive: z.string().min(1).max(255) });

/** What the address of the list may carry. */
export const PackagesQuery = z.object({
  page: z.coerce.number().int().min(1).max(MAX_PAGE).catch(1),
  erreur: z.enum(['vide', 'incomplet', 'trop-lourd', 'absent']).nullable().catch(null).default(null),
});

/** What the address of one package may carry. */
export const PackageQuery = z.object({
  lu: z.enum(['nouveau', 'connu']).nullable().catch(null).default(null),
  fait: z.enum(['publication', 'inchange']).nullable().catch(null).default(null),
});

/** Whether the page of a reading follows it. */
export const ReadingQuery = z.object({ suivre: z.enum(['oui', 'non']).catch('oui').default('oui') });
