import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { civilDateOf, type CivilDate } from '#domain/time/civil-date.ts';
import { recordDeed } from '#features/journal/record-deed.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { newId } from '#platform/ids.ts';
import { findProgrammeId } from './queries.ts';

export interface NewCredit {
  programme: string;
  personId: string;
  doneOn: CivilDate;
  /** Where the proof is kept, never the proof itself. */
  proof: string;
  /** Those of what was proposed, when somebody else confirms it. */
  id?: string;
  author?: string | null;
}

export type RecordCreditResult =
  | { outcome: 'recorded' }
  | { outcome: 'already-recorded' }
  | { outcome: 'no-such-programme' }
  /** What is to come has not been done elsewhere. */
  | { outcome: 'not-done-yet' };

/** Counts a training followed outside this installation, with the reference of its proof; from today at the earliest. */
export async function recordCredit(db: Kysely<Database>, act: Act, input: NewCredit): Promise<RecordCreditResult> {
  const today = civilDateOf(act.at);
  if (input.doneOn > today) return { outcome: 'not-done-yet' };
  return inTransaction(db, async (trx) => {
    const programmeId = await findProgrammeId(trx, input.programme);
    if (!programmeId) return { outcome: 'no-such-programme' };
    const inserted = await trx
      .insertInto('credit')
      .values({
        id: input.id ?? newId(),
        programme_id: programmeId,
        person_id: input.personId,
        done_on: input.doneOn,
        counts_from: today,
        proof: input.proof,
        recorded_at: act.at,
        recorded_by: input.author ?? act.by,
      })
      .onConflict((conflict) =>
        conflict.columns(['programme_id', 'person_id', 'done_on']).where('to_date', 'is', null).doNothing(),
      )
      .executeTakeFirst();
    if (inserted.numInsertedOrUpdatedRows === 0n) return { outcome: 'already-recorded' };
    await recordDeed(trx, act, {
      verb: 'person:credit',
      subjectKind: 'person',
      subjectId: input.personId,
      detail: { programme: input.programme, doneOn: input.doneOn },
    });
    return { outcome: 'recorded' };
  });
}
