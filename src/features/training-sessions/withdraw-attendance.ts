import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { civilDateOf } from '#domain/time/civil-date.ts';
import { recordDeed } from '#features/journal/record-deed.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { listGifts } from './gift-queries.ts';
import { findSession } from './session-queries.ts';
import { sessionState } from './session-state.ts';
import { takeBackGifts, type TakenBack } from './take-back-gifts.ts';

export type WithdrawAttendanceResult =
  | ({ outcome: 'withdrawn' } & TakenBack)
  | { outcome: 'already-withdrawn' | 'no-such-session' | 'session-over' | 'not-closed' };

/**
 * Corrects a presence of a closed session, and takes back what it gave: the completion counts no more from today on, and the
 * lessons are read no more, unless something else gives them.
 */
export async function withdrawAttendance(
  db: Kysely<Database>,
  act: Act,
  { sessionId, personId, reason }: { sessionId: string; personId: string; reason: string },
): Promise<WithdrawAttendanceResult> {
  return inTransaction(db, async (trx) => {
    const session = await findSession(trx, sessionId);
    if (!session) return { outcome: 'no-such-session' };
    const state = sessionState(session, civilDateOf(act.at));
    if (state === 'cancelled') return { outcome: 'session-over' };
    if (state !== 'closed') return { outcome: 'not-closed' };
    const gifts = await listGifts(trx, sessionId, personId);
    const updated = await trx
      .updateTable('attendance')
      .set({ withdrawn_at: act.at, withdrawn_by: act.by, withdrawn_reason: reason })
      .where('session_id', '=', sessionId)
      .where('person_id', '=', personId)
      .where('withdrawn_at', 'is', null)
      .executeTakeFirst();
    if (updated.numUpdatedRows === 0n) return { outcome: 'already-withdrawn' };
    const { moduleId } = session;
    const takenBack = await takeBackGifts(trx, act, { sessionId, moduleId, reason }, gifts);
    await recordDeed(trx, act, {
      verb: 'training-session:correct-attendance',
      subjectKind: 'training-session',
      subjectId: sessionId,
      detail: { removed: 1, ...takenBack },
    });
    return { outcome: 'withdrawn', ...takenBack };
  });
}
