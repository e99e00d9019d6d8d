import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { civilDateOf, type CivilDate } from '#domain/time/civil-date.ts';
import { recordDeed } from '#features/journal/record-deed.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { isHouse } from './house-queries.ts';
import { findUnitId } from './session-queries.ts';

export interface MeetingToRecord {
  /** Comes with the form: one sent twice records one meeting. */
  meetingId: string;
  heldOn: CivilDate;
  place: string;
  houseId: string;
  unitCode: string;
  audienceSize: number;
}

export type RecordMeetingResult = {
  outcome: 'recorded' | 'already-recorded' | 'no-such-house' | 'no-such-unit' | 'not-held-yet';
};

/** Records that a unit met a house: when, where, before how many. */
export async function recordMeeting(
  db: Kysely<Database>,
  act: Act,
  { meetingId, heldOn, place, houseId, unitCode, audienceSize }: MeetingToRecord,
): Promise<RecordMeetingResult> {
  return inTransaction(db, async (trx) => {
    if (heldOn > civilDateOf(act.at)) return { outcome: 'not-held-yet' };
    if (!(await isHouse(trx, houseId))) return { outcome: 'no-such-house' };
    const unitId = await findUnitId(trx, unitCode);
    if (unitId === null) return { outcome: 'no-such-unit' };
    const inserted = await trx
      .insertInto('meeting')
      .values({
        id: meetingId,
        held_on: heldOn,
        place,
        house_id: houseId,
        unit_id: unitId,
        audience_size: audienceSize,
        created_at: act.at,
        created_by: act.by,
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirst();
    if (inserted.numInsertedOrUpdatedRows === 0n) return { outcome: 'already-recorded' };
    await recordDeed(trx, act, {
      verb: 'meeting:record',
      subjectKind: 'meeting',
      subjectId: meetingId,
      detail: { on: heldOn, unit: unitCode, audience: audienceSize },
    });
    return { outcome: 'recorded' };
  });
}
