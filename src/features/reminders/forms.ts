import { z } from 'zod';
import { REMINDER_AUDIENCES } from '#domain/obligation/reminder-steps.ts';
import { LATENESS_CHOICES, REMINDED_STATES } from './reminder-choice.ts';
import { REMINDER_STATES } from './sending.ts';

const GONE = 'Cet envoi n’existe plus : revenez à la liste des rappels.';
const SendingId = z.uuid(GONE);
const Programme = z.string('Choisissez un parcours.').min(1, 'Choisissez un parcours.').max(200);
const MIN_DAYS = -90;
const MAX_DAYS = 365;
const DAYS_WANTED = `Indiquez un nombre de jours, de ${MIN_DAYS} (après l’échéance) à ${MAX_DAYS}.`;

/** Whom to remind: the preview shows them before anything leaves. */
export const PrepareForm = z.object({
  sendingId: SendingId,
  unit: z.string('Indiquez le code de l’unité.').trim().min(1, 'Indiquez le code de l’unité.').max(100),
  programme: Programme,
  states: z
    .array(z.enum(REMINDED_STATES, 'Choisissez parmi « non commencé » et « en cours ».'))
    .default([])
    .refine((states) => states.length > 0, 'Cochez au moins un état.'),
  lateness: z.enum(LATENESS_CHOICES, 'Choisissez dans la liste.').default('all'),
});

export const SendingForm = z.object({ sendingId: SendingId });

export const StepForm = z.object({
  programme: Programme,
  audience: z.enum(REMINDER_AUDIENCES, 'Choisissez à qui écrire.'),
  daysBefore: z
    .string(DAYS_WANTED)
    .trim()
    .regex(/^-?\d{1,3}$/, DAYS_WANTED)
    .transform(Number)
    .refine((days) => days >= MIN_DAYS && days <= MAX_DAYS, DAYS_WANTED),
});

export const DigestForm = z.object({
  wanted: z.enum(['oui', 'non'], 'Dites si vous voulez recevoir le point.').transform((answer) => answer === 'oui'),
});

const page = z.coerce.number().int().min(1).max(1_000_000).catch(1).default(1);
const optionalText = z.string().trim().max(200).catch('').default('');

/** The parameters of /suivi/rappels; what is not known is as if it were not there. */
export const RemindersQuery = z.object({ unite: optionalText, programme: optionalText, fait: optionalText, page });
export type RemindersQueryValues = z.output<typeof RemindersQuery>;

export const RECIPIENT_SORTS = ['nom', '-nom', 'unite', '-unite', 'adresse', '-adresse', 'etat', '-etat'] as const;
export type RecipientSort = (typeof RECIPIENT_SORTS)[number];

/** The parameters of /suivi/rappels/<id>. */
export const RecipientsQuery = z.object({
  etat: z.enum(REMINDER_STATES).nullable().catch(null).default(null),
  recherche: z.string().trim().max(100).catch('').default(''),
  tri: z.enum(RECIPIENT_SORTS).catch('nom').default('nom'),
  fait: optionalText,
  page,
});
export type RecipientsQueryValues = z.output<typeof RecipientsQuery>;
