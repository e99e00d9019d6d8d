import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import type { ReminderAudience } from '#domain/obligation/reminder-steps.ts';
import { recordDeed } from '#features/journal/record-deed.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { findProgrammeId, listSteps } from './schedule-queries.ts';

export interface StepToChange {
  programme: string;
  audience: ReminderAudience;
  daysBefore: number;
}

/** More would be a siege. */
export const MOST_STEPS = 8;

export type AddStepResult = { outcome: 'added' | 'already-there' | 'too-many' | 'no-such-programme' };

/** Adds a step to the schedule of a programme; the same again changes nothing. */
export async function addReminderStep(db: Kysely<Database>, act: Act, step: StepToChange): Promise<AddStepResult> {
  return inTransaction(db, async (trx) => {
    const programmeId = await findProgrammeId(trx, step.programme);
    if (programmeId === null) return { outcome: 'no-such-programme' };
    const steps = await listSteps(trx, programmeId);
    if (steps.some(({ audience, daysBefore }) => audience === step.audience && daysBefore === step.daysBefore))
      return { outcome: 'already-there' };
    if (steps.length >= MOST_STEPS) return { outcome: 'too-many' };
    await trx
      .insertInto('reminder_step')
      .values({
        programme_id: programmeId,
        audience: step.audience,
        days_before: step.daysBefore,
        added_at: act.at,
        added_by: act.by,
      })
      .execute();
    await recordDeed(trx, act, { verb: 'reminder-step:add', ...subjectOf(programmeId, step) });
    return { outcome: 'added' };
  });
}

export type RemoveStepResult = { outcome: 'removed' | 'not-there' };

/** Takes a step out of a schedule; what it sent stays written. */
export async function removeReminderStep(
  db: Kysely<Database>,
  act: Act,
  step: StepToChange,
): Promise<RemoveStepResult> {
  return inTransaction(db, async (trx) => {
    const programmeId = await findProgrammeId(trx, step.programme);
    if (programmeId === null) return { outcome: 'not-there' };
    const { numDeletedRows } = await trx
      .deleteFrom('reminder_step')
      .where('programme_id', '=', programmeId)
      .where('audience', '=', step.audience)
      .where('days_before', '=', step.daysBefore)
      .executeTakeFirstOrThrow();
    if (numDeletedRows === 0n) return { outcome: 'not-there' };
    await recordDeed(trx, act, { verb: 'reminder-step:remove', ...subjectOf(programmeId, step) });
    return { outcome: 'removed' };
  });
}

function subjectOf(programmeId: string, { audience, daysBefore }: StepToChange) {
  return { subjectKind: 'programme' as const, subjectId: programmeId, detail: { audience, daysBefore } };
}
