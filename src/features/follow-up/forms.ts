import { z } from 'zod';
import { PERSON_STATUSES } from '#domain/identity/person-status.ts';
import { parseCivilDate } from '#domain/time/civil-date.ts';
import { STATE_CHOICES, type StateChoiceName } from './state-words.ts';

const MAX_SEARCH_CHARACTERS = 100;

export const UNIT_SORTS = ['nom', '-nom', 'taux', '-taux', 'restants', '-restants'] as const;
export type UnitSort = (typeof UNIT_SORTS)[number];

export const PEOPLE_SORTS = ['nom', '-nom', 'etat', '-etat', 'date', '-date', 'unite', '-unite'] as const;
export type PeopleSort = (typeof PEOPLE_SORTS)[number];

const optionalText = z.string().trim().catch('').default('');

/** The programme and the day of any page of the follow-up; one module of it alone, when asked. */
const SituationQuery = z.object({ programme: optionalText, au: optionalText, module: optionalText });

/** The parameters of /suivi; what is not known is as if it were not there. */
export const FollowUpQuery = SituationQuery.extend({
  tri: z.enum(UNIT_SORTS).catch('nom').default('nom'),
  niveaux: z.coerce.number().int().min(1).max(99).optional().catch(undefined),
});

const stateNames = Object.keys(STATE_CHOICES) as [StateChoiceName, ...StateChoiceName[]];

/** The parameters of /suivi/<unit>. */
export const UnitQuery = SituationQuery.extend({
  etat: z.enum(stateNames).catch('concernes').default('concernes'),
  statut: z.enum(PERSON_STATUSES).nullable().catch(null).default(null),
  categorie: z.string().trim().max(MAX_SEARCH_CHARACTERS).catch('').default(''),
  fonction: z.string().trim().max(MAX_SEARCH_CHARACTERS).catch('').default(''),
  /** Arrived in a unit on that day or since. */
  depuis: z
    .string()
    .trim()
    .refine((text) => text === '' || parseCivilDate(text) !== null)
    .catch('')
    .default(''),
  /** Only those who are late. */
  retard: z.literal('oui').nullable().catch(null).default(null),
  recherche: z.string().trim().max(MAX_SEARCH_CHARACTERS).catch('').default(''),
  tri: z.enum(PEOPLE_SORTS).catch('nom').default('nom'),
  'tri-unites': z.enum(UNIT_SORTS).catch('nom').default('nom'),
  page: z.coerce.number().int().min(1).max(1_000_000).catch(1).default(1),
});

/** The parameters of a unit's file: those of its list, everybody when no state is asked for; or the units below it. */
export const ExportQuery = UnitQuery.extend({
  etat: z.enum(stateNames).catch('tous').default('tous'),
  lignes: z.enum(['personnes', 'unites']).catch('personnes').default('personnes'),
});

export type FollowUpQueryValues = z.output<typeof FollowUpQuery>;
export type UnitQueryValues = z.output<typeof UnitQuery>;
export type ExportQueryValues = z.output<typeof ExportQuery>;
export type SituationQueryValues = z.output<typeof SituationQuery>;
