import { z } from 'zod';
import { PERSON_STATUSES } from '#domain/identity/person-status.ts';
import { FormDay, OptionalFormDay } from '#domain/time/form-day.ts';
import { parseHrNumbers } from '#domain/organisation/hr-number.ts';

const MAX_NAME = 200;
const MAX_REASON = 500;
const MAX_WORDS = 200;
const MAX_GRACE_DAYS = 366;
const MAX_NUMBERS = 20_000;
const MAX_PASTED_CHARACTERS = 500_000;
const GRACE = `Indiquez un nombre de jours, de 0 à ${MAX_GRACE_DAYS}.`;
const YEAR = 'Indiquez une année, par exemple 2026.';

export const ProgrammeSlug = z.object({ slug: z.string().min(1).max(60) });
const Slug = z
  .string('Indiquez un nom court.')
  .trim()
  .regex(/^[a-z0-9-]{1,60}$/, 'Minuscules sans accents, chiffres et tirets, 60 caractères au plus.');

const Settings = {
  name: z
    .string('Indiquez un nom.')
    .trim()
    .min(1, 'Indiquez un nom.')
    .max(MAX_NAME, `Le nom tient en ${MAX_NAME} caractères.`),
  deadline: FormDay,
  year: z
    .literal('')
    .transform(() => null)
    .or(
      z
        .string(YEAR)
        .trim()
        .regex(/^20\d\d$/, YEAR)
        .transform(Number),
    )
    .default(null),
  graceDays: z
    .string(GRACE)
    .trim()
    .regex(/^\d{1,3}$/, GRACE)
    .transform(Number)
    .refine((days) => days <= MAX_GRACE_DAYS, GRACE),
  countsFrom: OptionalFormDay,
  modules: z
    .array(z.string().max(20))
    .default([])
    .refine((codes) => codes.length > 0, 'Choisissez au moins un module.'),
};

export const CreateProgrammeForm = z.object({ slug: Slug, ...Settings });
export const ChangeProgrammeForm = z.object({ ...ProgrammeSlug.shape, ...Settings });

const Words = z
  .string()
  .trim()
  .max(MAX_WORDS, `${MAX_WORDS} caractères au plus.`)
  .default('')
  .transform((text) => (text === '' ? null : text));

/** A change of many designations: what the preview and the application both read. */
export const GroupForm = z
  .object({
    slug: z.string().min(1).max(60),
    kind: z.enum(['designate', 'end'], 'Choisissez de désigner ou de terminer.'),
    unitCode: Words,
    status: z
      .literal('')
      .transform(() => null)
      .or(z.enum(PERSON_STATUSES))
      .default(null),
    rankGroup: Words,
    job: Words,
    numbers: z
      .string()
      .max(MAX_PASTED_CHARACTERS, 'La liste est trop longue : envoyez-la en plusieurs fois.')
      .default('')
      .transform(parseHrNumbers)
      .refine((numbers) => numbers.length <= MAX_NUMBERS, `Envoyez au plus ${MAX_NUMBERS} matricules à la fois.`)
      .transform((numbers) => (numbers.length === 0 ? null : numbers)),
    on: FormDay,
    reason: Words.refine((text) => text === null || text.length <= MAX_REASON),
  })
  .refine((form) => form.unitCode ?? form.status ?? form.rankGroup ?? form.job ?? form.numbers, {
    path: ['unitCode'],
    error:
      'Donnez au moins un critère, ou collez des matricules. Pour tout le monde, écrivez le code de l’unité du sommet.',
  })
  .refine((form) => form.kind === 'designate' || form.reason !== null, {
    path: ['reason'],
    error: 'Indiquez le motif de la fin.',
  })
  .transform(({ slug, kind, on, reason, ...selection }) => ({ programme: slug, kind, on, reason, selection }));

/** The application names how many people it was shown to be about. */
export const ShownCount = z.coerce.number().int().min(0).catch(-1);
