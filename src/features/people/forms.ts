import { z } from 'zod';
import { PERSON_STATUSES } from '#domain/identity/person-status.ts';
import { hrNumberOf } from '#domain/organisation/hr-number.ts';
import { FormDay } from '#domain/time/form-day.ts';

const MAX_PAGE = 100_000;
const MAX_NAME = 100;
const MAX_WORDS = 200;
const MAX_NUMBER = 60;
const MAX_REASON = 500;

const Page = z.coerce.number().int().min(1).max(MAX_PAGE).catch(1).default(1);
const Search = z.string().trim().max(100).catch('').default('');

/** What the address of a list of people may carry; anything else counts as not given. */
export const PeopleQuery = z.object({ recherche: Search, page: Page });
/** The parameters of the administration: whom one looks for, which units, and the page of units. */
export const AdministrationQuery = z.object({ recherche: Search, unite: Search, page: Page });
export type AdministrationQueryValues = z.output<typeof AdministrationQuery>;
/** The parameters of the lists of delegations. */
export const DelegationsQuery = z.object({ page: Page });

const Id = z.uuid('Cette fiche n’existe plus : revenez à la liste, puis recommencez.');
const name = (message: string) =>
  z.string(message).trim().min(1, message).max(MAX_NAME, `${MAX_NAME} caractères au plus.`);
const optional = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `${max} caractères au plus.`)
    .default('')
    .transform((text) => (text === '' ? null : text));

const Identity = {
  hrNumber: optional(MAX_NUMBER)
    .transform((text) => text && hrNumberOf(text))
    .refine((number) => number === null || !/[,;]/.test(number), 'Le matricule s’écrit sans virgule ni point-virgule.'),
  givenName: name('Indiquez le prénom.'),
  familyName: name('Indiquez le nom.'),
  status: z.enum(PERSON_STATUSES, 'Choisissez un statut.'),
  email: z
    .literal('')
    .transform(() => null)
    .or(z.email('Écrivez l’adresse comme prenom.nom@exemple.fr, ou laissez vide.'))
    .default(null),
  rankGroup: optional(MAX_WORDS),
  job: optional(MAX_WORDS),
};
const UnitCode = z.string('Indiquez le code de l’unité.').trim().min(1, 'Indiquez le code de l’unité.').max(MAX_WORDS);

export const CreatePersonForm = z.object({ personId: Id, ...Identity, unitCode: UnitCode, fromDate: FormDay });
export const CorrectPersonForm = z.object({ personId: Id, ...Identity });
export const MovePersonForm = z.object({ personId: Id, unitCode: UnitCode, on: FormDay });
export const RecordDepartureForm = z.object({ personId: Id, on: FormDay });

/** The page where the form stands: the administration's, or the follow-up's. */
const Place = z.enum(['administration', 'suivi']).catch('suivi');

export const DelegateFollowUpForm = z.object({
  place: Place,
  unitCode: UnitCode,
  hrNumber: z
    .string('Indiquez un matricule.')
    .trim()
    .min(1, 'Indiquez un matricule.')
    .max(MAX_NUMBER)
    .transform(hrNumberOf),
  from: FormDay,
  through: FormDay,
  reason: z
    .string('Indiquez la raison.')
    .trim()
    .min(1, 'Indiquez la raison.')
    .max(MAX_REASON, `La raison tient en ${MAX_REASON} caractères.`),
});
export const EndDelegationForm = z.object({ place: Place, delegationId: Id });
