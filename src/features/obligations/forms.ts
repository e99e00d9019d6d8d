import { z } from 'zod';
import { FormDay, OptionalFormDay } from '#domain/time/form-day.ts';
import { ABSENCE_CATEGORIES } from './decision.ts';

const MAX_REASON = 500;
const MAX_PROOF = 200;

const Id = z.uuid('Cette fiche n’existe plus : revenez à la liste, puis recommencez.');
const Reason = z
  .string('Indiquez le motif.')
  .trim()
  .min(1, 'Indiquez le motif.')
  .max(MAX_REASON, `Le motif tient en ${MAX_REASON} caractères.`);
const Programme = z.string('Choisissez un parcours.').min(1, 'Choisissez un parcours.').max(60);

/** The page where a form about a person stands: the administration's, or the follow-up's. */
export const PLACES = ['administration', 'suivi'] as const;
export type Place = (typeof PLACES)[number];

const OfPerson = { personId: Id, place: z.enum(PLACES).catch('suivi') };

export const DesignatePersonForm = z.object({ ...OfPerson, programme: Programme, from: FormDay });
export const ExemptPersonForm = z.object({
  ...OfPerson,
  programme: Programme,
  from: FormDay,
  through: OptionalFormDay,
  reason: Reason,
});
export const RecordCreditForm = z.object({
  ...OfPerson,
  programme: Programme,
  doneOn: FormDay,
  proof: z
    .string('Indiquez la référence de la preuve.')
    .trim()
    .min(1, 'Indiquez la référence de la preuve.')
    .max(MAX_PROOF, `La référence tient en ${MAX_PROOF} caractères.`),
});
export const RecordAbsenceForm = z.object({
  ...OfPerson,
  from: FormDay,
  through: OptionalFormDay,
  category: z.enum(ABSENCE_CATEGORIES, 'Choisissez une raison.'),
});

export const EndDesignationForm = z.object({ ...OfPerson, designationId: Id, on: FormDay, reason: Reason });
export const EndExemptionForm = z.object({ ...OfPerson, exemptionId: Id, on: FormDay, reason: Reason });
export const EndCreditForm = z.object({ ...OfPerson, creditId: Id, reason: Reason });
export const ChangeAbsenceEndForm = z.object({
  ...OfPerson,
  absenceId: Id,
  through: OptionalFormDay,
  reason: Reason,
});

export const ConfirmDecisionForm = z.object({ decisionId: Id });
export const RefuseDecisionForm = z.object({ decisionId: Id, reason: Reason });
export const WithdrawDecisionForm = z.object({ ...OfPerson, decisionId: Id, reason: Reason });

/** The parameters of /administration/decisions. */
export const DecisionsQuery = z.object({ page: z.coerce.number().int().min(1).max(100_000).catch(1).default(1) });
