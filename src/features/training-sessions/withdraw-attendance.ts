import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { civilDateOf } from '#domain/time/civil-date.ts';
import { recordDeed } from '#features/journal/record-deed.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { findSession } from './session-queries.ts';
import { sessionState } from './session-state.ts';

export type WithdrawAttendanceResult = {
  outcome: 'withdrawn' | 'already-withdrawn' | 'no-such-session' | 'session-over' | 'not-closed';
};

/**
 * Corrects a presence of a closed session. The completion it gave stays: it is append-only and never goes backwards
 * (DESIGN §6), which the page and the journal say.
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
    const updated = await trx
      .updateTable('attendance')
      .set({ withdrawn_at: act.at, withdrawn_by: act.by, withdrawn_reason: reason })
      .where('session_id', '=', sessionId)
      .where('person_id', '=', personId)
      .where('withdrawn_at', 'is', null)
      .executeTakeFirst();
    if (updated.numUpdatedRows === 0n) return { outcome: 'already-withdrawn' };
    await recordDeed(trx, act, {
      verb: 'training-session:correct-attendance',
      subjectKind: 'training-session',
      subjectId: sessionId,
      detail: { removed: 1, completions: 'kept' },
    });
    return { outcome: 'withdrawn' };
  });
}
