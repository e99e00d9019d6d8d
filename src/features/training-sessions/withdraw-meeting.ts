import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { recordDeed } from '#features/journal/record-deed.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';

export type WithdrawMeetingResult = { outcome: 'withdrawn' | 'already-withdrawn' };

/** Says that a meeting was recorded in error; it is kept, with the reason, and counted no more. */
export async function withdrawMeeting(
  db: Kysely<Database>,
  act: Act,
  { meetingId, reason }: { meetingId: string; reason: string },
): Promise<WithdrawMeetingResult> {
  return inTransaction(db, async (trx) => {
    const updated = await trx
      .updateTable('meeting')
      .set({ withdrawn_at: act.at, withdrawn_by: act.by, withdrawn_reason: reason })
      .where('id', '=', meetingId)
      .where('withdrawn_at', 'is', null)
      .executeTakeFirst();
    if (updated.numUpdatedRows === 0n) return { outcome: 'already-withdrawn' };
    await recordDeed(trx, act, {
      verb: 'meeting:withdraw',
      subjectKind: 'meeting',
      subjectId: meetingId,
      detail: { reason },
    });
    return { outcome: 'withdrawn' };
  });
}
