import type { Kysely } from 'kysely';
import type { AbsenceCategory, Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { recordDeed } from '#features/journal/record-deed.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { newId } from '#platform/ids.ts';

export type RecordAbsenceResult = { outcome: 'recorded' } | { outcome: 'already-recorded' };

/** Notes a dated impossibility; the journal does not carry its category, which is nobody's business there. */
export async function recordAbsence(
  db: Kysely<Database>,
  act: Act,
  input: { personId: string; from: CivilDate; to: CivilDate | null; category: AbsenceCategory },
): Promise<RecordAbsenceResult> {
  return inTransaction(db, async (trx) => {
    const inserted = await trx
      .insertInto('absence')
      .values({
        id: newId(),
        person_id: input.personId,
        from_date: input.from,
        to_date: input.to,
        category: input.category,
        recorded_at: act.at,
        recorded_by: act.by,
      })
      .onConflict((conflict) => conflict.columns(['person_id', 'from_date']).doNothing())
      .executeTakeFirst();
    if (inserted.numInsertedOrUpdatedRows === 0n) return { outcome: 'already-recorded' };
    await recordDeed(trx, act, {
      verb: 'person:absence',
      subjectKind: 'person',
      subjectId: input.personId,
      detail: { from: input.from, to: input.to },
    });
    return { outcome: 'recorded' };
  });
}
