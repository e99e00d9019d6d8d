import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { civilDateOf, latestOf, type CivilDate } from '#domain/time/civil-date.ts';
import { recordDeed } from '#features/journal/record-deed.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { newId } from '#platform/ids.ts';
import { findProgramme, findRunningDesignation } from './queries.ts';

export type DesignatePersonResult =
  | { outcome: 'designated' }
  | { outcome: 'already-designated' }
  | { outcome: 'no-such-programme' }
  | { outcome: 'programme-closed' };

/**
 * Says that a programme concerns a person, today at the earliest; saying it again changes nothing. Of a designation that
 * is to end, the new one takes over on that day.
 */
export async function designatePerson(
  db: Kysely<Database>,
  act: Act,
  input: { programme: string; personId: string; from: CivilDate },
): Promise<DesignatePersonResult> {
  const { personId } = input;
  const today = civilDateOf(act.at);
  return inTransaction(db, async (trx) => {
    const programme = await findProgramme(trx, input.programme);
    if (!programme) return { outcome: 'no-such-programme' };
    if (programme.closedOn !== null && programme.closedOn <= today) return { outcome: 'programme-closed' };
    const { programmeId } = programme;
    const running = await findRunningDesignation(trx, { programmeId, personId, day: today });
    if (running && running.to === null) return { outcome: 'already-designated' };

    const from = latestOf(latestOf(input.from, today), running?.to ?? today);
    await trx
      .insertInto('designation')
      .values({
        id: newId(),
        programme_id: programmeId,
        person_id: personId,
        from_date: from,
        to_date: null,
        designated_at: act.at,
        designated_by: act.by,
      })
      .execute();
    await recordDeed(trx, act, {
      verb: 'person:designate',
      subjectKind: 'person',
      subjectId: personId,
      detail: { programme: input.programme, from },
    });
    return { outcome: 'designated' };
  });
}
