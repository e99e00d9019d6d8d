import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { recordDeed } from '#features/journal/record-deed.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { newId } from '#platform/ids.ts';
import { findProgrammeId } from './queries.ts';

export type ExemptPersonResult =
  { outcome: 'exempted' } | { outcome: 'already-exempted' } | { outcome: 'no-such-programme' };

/** Says that a designated person is not concerned after all, and why. */
export async function exemptPerson(
  db: Kysely<Database>,
  act: Act,
  input: { programme: string; personId: string; from: CivilDate; reason: string },
): Promise<ExemptPersonResult> {
  return inTransaction(db, async (trx) => {
    const programmeId = await findProgrammeId(trx, input.programme);
    if (!programmeId) return { outcome: 'no-such-programme' };
    const inserted = await trx
      .insertInto('exemption')
      .values({
        id: newId(),
        programme_id: programmeId,
        person_id: input.personId,
        from_date: input.from,
        to_date: null,
        reason: input.reason,
        recorded_at: act.at,
        recorded_by: act.by,
      })
      .onConflict((conflict) => conflict.columns(['programme_id', 'person_id', 'from_date']).doNothing())
      .executeTakeFirst();
    if (inserted.numInsertedOrUpdatedRows === 0n) return { outcome: 'already-exempted' };
    await recordDeed(trx, act, {
      verb: 'person:exempt',
      subjectKind: 'person',
      subjectId: input.personId,
      detail: { programme: input.programme, from: input.from },
    });
    return { outcome: 'exempted' };
  });
}
