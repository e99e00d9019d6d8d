import { z } from 'zod';
import { PERSON_FIELDS, UNIT_FIELDS } from '#domain/organisation/columns.ts';
import { PERSON_STATUSES } from '#domain/identity/person-status.ts';

const MAX_PAGE = 100_000;
const BatchId = z.uuid('cet import n’existe pas');
const several = z.union([z.array(z.string()), z.string().transform((one) => [one])]);

/** How the columns of a file are to be read; `colonne` has one word for each, in order. */
export const ReadImportForm = z.object({
  import: BatchId,
  genre: z.enum(['people', 'units'], 'choisissez les personnes ou les unités'),
  colonne: several.pipe(
    z.array(z.enum([...PERSON_FIELDS, ...UNIT_FIELDS, '']).transform((field) => (field === '' ? null : field))),
  ),
  parcours: z
    .string()
    .max(100)
    .default('')
    .transform((slug) => (slug === '' ? null : slug)),
  statut: z.enum(PERSON_STATUSES).default('military'),
});

/** `partis` is nobody, everybody who is absent from the file, or the persons ticked below. */
export const ApplyImportForm = z.object({
  import: BatchId,
  refusees: z
    .literal('oui')
    .optional()
    .transform((word) => word === 'oui'),
  partis: z.enum(['none', 'all', 'some']).default('none'),
  parti: several.pipe(z.array(z.uuid())).default([]),
});

export const ImportForm = z.object({ import: BatchId });

/** What the address of the list of imports may carry. */
export const ImportsQuery = z.object({
  page: z.coerce.number().int().min(1).max(MAX_PAGE).catch(1),
  erreur: z.enum(['vide', 'trop-gros', 'incomplet']).nullable().catch(null).default(null),
});

/** What the address of one import may carry: a page of refused lines, and whether the page follows the progress. */
export const ImportQuery = z.object({
  page: z.coerce.number().int().min(1).max(MAX_PAGE).catch(1),
  suivre: z.enum(['oui', 'non']).catch('oui').default('oui'),
});
