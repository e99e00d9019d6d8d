import { z } from 'zod';
import { parseCivilDate, type CivilDate } from '#domain/time/civil-date.ts';
import { doubledNumbers, parseHrNumbers } from '#domain/organisation/hr-number.ts';
import { doubledWords } from './refusals.ts';
import { SESSION_STATES } from './session-state.ts';

const MAX_SEATS = 1000;
const MAX_AUDIENCE = 100_000;
const MAX_TEXT = 200;
const MAX_REASON = 500;
const MAX_PASTED_CHARACTERS = 30_000;

const Id = z.uuid('Cette fiche n’existe plus : revenez à la liste, puis recommencez.');
const SessionId = { sessionId: Id };
const Day = z.string('Indiquez une date.').transform((text, context): CivilDate => {
  const day = parseCivilDate(text);
  if (day !== null && day >= '2000-01-01' && day < '2100-01-01') return day;
  context.addIssue({ code: 'custom', message: 'Indiquez une date, par exemple 2026-11-23.' });
  return z.NEVER;
});
const Place = z
  .string('Indiquez un lieu.')
  .trim()
  .min(1, 'Indiquez un lieu.')
  .max(MAX_TEXT, `Le lieu tient en ${MAX_TEXT} caractères.`);
const Reason = z
  .string('Indiquez la raison.')
  .trim()
  .min(1, 'Indiquez la raison.')
  .max(MAX_REASON, `La raison tient en ${MAX_REASON} caractères.`);
const whole = (min: number, max: number, message: string) =>
  z
    .string(message)
    .trim()
    .regex(/^\d{1,7}$/, message)
    .transform(Number)
    .refine((value) => value >= min && value <= max, message);
const Numbers = z
  .string('Collez au moins un matricule.')
  .max(MAX_PASTED_CHARACTERS, 'La liste est trop longue : envoyez-la en plusieurs fois.')
  .superRefine((text, context) => {
    const doubled = doubledNumbers(text);
    if (doubled.length > 0) context.addIssue({ code: 'custom', message: doubledWords(doubled) });
  })
  .transform(parseHrNumbers)
  .refine((numbers) => numbers.length > 0, 'Collez au moins un matricule.')
  .refine((numbers) => numbers.length <= MAX_SEATS, `Envoyez au plus ${MAX_SEATS} matricules à la fois.`);

/** A blank choice of a list is no choice. */
const optionalId = z
  .literal('')
  .transform(() => null)
  .or(Id)
  .nullable()
  .default(null);

export const TrainingSessionForm = z
  .object({
    ...SessionId,
    heldOn: Day,
    startsAt: z
      .string('Indiquez une heure.')
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Indiquez une heure, par exemple 14:00.'),
    place: Place,
    houseId: optionalId,
    trainerId: optionalId,
    trainerName: z.string().trim().max(MAX_TEXT, `Le nom tient en ${MAX_TEXT} caractères.`).default(''),
    moduleCode: z.string('Choisissez un module.').min(1, 'Choisissez un module.').max(20),
    seats: whole(1, MAX_SEATS, `Indiquez un nombre de places, de 1 à ${MAX_SEATS}.`),
  })
  .refine(({ trainerId, trainerName }) => (trainerId === null) !== (trainerName === ''), {
    path: ['trainerName'],
    error: 'Choisissez un formateur dans la liste, ou écrivez un nom : l’un des deux.',
  })
  .transform(({ trainerId, trainerName, ...settings }) => ({
    ...settings,
    trainer: trainerId === null ? { name: trainerName } : { personId: trainerId },
  }));

export const EnrolPeopleForm = z.object({ ...SessionId, numbers: Numbers });
export const EnrolUnitForm = z.object({
  ...SessionId,
  unitCode: z.string('Indiquez le code de l’unité.').trim().min(1, 'Indiquez le code de l’unité.').max(100),
});
export const WithdrawEnrolmentForm = z.object({ ...SessionId, personId: z.uuid('Cette personne n’est pas inscrite.') });

const People = z
  .array(z.uuid('Cette liste a changé : rechargez la page.'))
  .max(2 * MAX_SEATS)
  .default([]);
export const RecordAttendanceForm = z.object({ ...SessionId, listed: People, present: People });
export const AddAttendanceForm = z.object({
  ...SessionId,
  numbers: Numbers,
  reason: z.string().trim().max(MAX_REASON, `La raison tient en ${MAX_REASON} caractères.`).default(''),
});
export const WithdrawAttendanceForm = z.object({
  ...SessionId,
  personId: z.uuid('Choisissez une personne présente.'),
  reason: Reason,
});
export const CloseTrainingSessionForm = z.object({
  ...SessionId,
  presenceMark: z.string('Relisez la liste des présences, puis confirmez la clôture.').max(100),
});
export const CancelTrainingSessionForm = z.object({ ...SessionId, reason: Reason });

const HouseName = z
  .string('Indiquez un nom.')
  .trim()
  .min(1, 'Indiquez un nom.')
  .max(MAX_TEXT, `Le nom tient en ${MAX_TEXT} caractères.`);
export const CreateHouseForm = z.object({ name: HouseName });
export const ChangeHouseForm = z.object({
  houseId: Id,
  name: HouseName,
  isListed: z
    .literal('oui')
    .optional()
    .transform((value) => value === 'oui'),
});

export const RecordMeetingForm = z.object({
  meetingId: Id,
  heldOn: Day,
  place: Place,
  houseId: z.uuid('Choisissez une maison.'),
  unitCode: z.string('Indiquez le code de l’unité.').trim().min(1, 'Indiquez le code de l’unité.').max(100),
  audienceSize: whole(0, MAX_AUDIENCE, 'Indiquez combien de personnes y assistaient, en chiffres.'),
});
export const WithdrawMeetingForm = z.object({ meetingId: Id, reason: Reason });

export const SESSION_SORTS = [
  'suite',
  'date',
  '-date',
  'module',
  '-module',
  'lieu',
  '-lieu',
  'maison',
  '-maison',
] as const;
export type SessionSort = (typeof SESSION_SORTS)[number];
export const MEETING_SORTS = ['date', '-date', 'maison', '-maison', 'unite', '-unite', 'public', '-public'] as const;
export type MeetingSort = (typeof MEETING_SORTS)[number];

const ListQuery = {
  recherche: z.string().trim().max(100).catch('').default(''),
  page: z.coerce.number().int().min(1).max(100_000).catch(1).default(1),
};

/** The parameters of /seances; what is not known is as if it were not there. */
export const SessionsQuery = z.object({
  ...ListQuery,
  etat: z.enum(SESSION_STATES).nullable().catch(null).default(null),
  tri: z.enum(SESSION_SORTS).catch('suite').default('suite'),
});
export type SessionsQueryValues = z.output<typeof SessionsQuery>;

/** The parameters of /rencontres. */
export const MeetingsQuery = z.object({ ...ListQuery, tri: z.enum(MEETING_SORTS).catch('-date').default('-date') });
export type MeetingsQueryValues = z.output<typeof MeetingsQuery>;
