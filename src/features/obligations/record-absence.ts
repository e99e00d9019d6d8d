import type { Kysely } from 'kysely';
import type { AbsenceCategory, Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { civilDateOf, latestOf, type CivilDate } from '#domain/time/civil-date.ts';
import { recordDeed } from '#features/journal/record-deed.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { newId } from '#platform/ids.ts';
import { isAbsentOn } from './queries.ts';

export interface NewAbsence {
  personId: string;
  from: CivilDate;
  /** The first day after it; null while nobody knows. */
  to: CivilDate | null;
  category: AbsenceCategory;
  /** Why it prolongs the one before it; none for a new one. */
  reason?: string;
  /** Those of what was proposed, when somebody else confirms it. */
  id?: string;
  author?: string | null;
}

export type RecordAbsenceResult =
  | { outcome: 'recorded' }
  /** Absent on its first day already: that absence is to be prolonged or ended. */
  | { outcome: 'already-recorded' }
  | { outcome: 'already-over' };

/**
 * Notes a dated impossibility, today at the earliest; the journal does not carry its category, which is nobody's
 * business there.
 */
export async function recordAbsence(db: Kysely<Database>, act: Act, input: NewAbsence): Promise<RecordAbsenceResult> {
  const { personId, to, category } = input;
  const from = latestOf(input.from, civilDateOf(act.at));
  if (to !== null && to <= from) return { outcome: 'already-over' };
  return inTransaction(db, async (trx) => {
    if (await isAbsentOn(trx, personId, from)) return { outcome: 'already-recorded' };
    await trx
      .insertInto('absence')
      .values({
        id: input.id ?? newId(),
        person_id: personId,
        from_date: from,
        to_date: to,
        category,
        recorded_at: act.at,
        recorded_by: input.author ?? act.by,
        end_reason: input.reason ?? null,
      })
      .execute();
    await recordDeed(trx, act, {
      verb: 'person:absence',
      subjectKind: 'person',
      subjectId: personId,
      detail: { from, to },
    });
    return { outcome: 'recorded' };
  });
}
