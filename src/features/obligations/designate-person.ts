import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { recordDeed } from '#features/journal/record-deed.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { newId } from '#platform/ids.ts';
import { findProgrammeId, hasOpenDesignation } from './queries.ts';

export type DesignatePersonResult =
  { outcome: 'designated' } | { outcome: 'already-designated' } | { outcome: 'no-such-programme' };

/** Says that a programme concerns a person, from a day on; saying it again changes nothing. */
export async function designatePerson(
  db: Kysely<Database>,
  act: Act,
  input: { programme: string; personId: string; from: CivilDate },
): Promise<DesignatePersonResult> {
  return inTransaction(db, async (trx) => {
    const programmeId = await findProgrammeId(trx, input.programme);
    if (!programmeId) return { outcome: 'no-such-programme' };
    if (await hasOpenDesignation(trx, programmeId, input.personId)) return { outcome: 'already-designated' };

    await trx
      .insertInto('designation')
      .values({
        id: newId(),
        programme_id: programmeId,
        person_id: input.personId,
        from_date: input.from,
        to_date: null,
        designated_at: act.at,
        designated_by: act.by,
      })
      .execute();
    await recordDeed(trx, act, {
      verb: 'person:designate',
      subjectKind: 'person',
      subjectId: input.personId,
      detail: { programme: input.programme, from: input.from },
    });
    return { outcome: 'designated' };
  });
}
