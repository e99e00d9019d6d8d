import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { civilDateOf } from '#domain/time/civil-date.ts';
import { recordDeed } from '#features/journal/record-deed.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { listedValues } from '#platform/db/listed-rows.ts';
import { findSession, listEnrolledIds, listPresentIds } from './session-queries.ts';
import { sessionState } from './session-state.ts';
import { writeAttendance } from './write-attendance.ts';

export type RecordAttendanceResult =
  | { outcome: 'recorded'; present: number }
  | { outcome: 'no-such-session' | 'not-held-yet' | 'session-over' }
  /** Somebody ticked is no more on the list. */
  | { outcome: 'not-on-the-list' };

/**
 * Ticks the list of a session that is not closed. Only the persons `listed` on the form change: somebody added meanwhile by
 * another trainer stays present.
 */
export async function recordAttendance(
  db: Kysely<Database>,
  act: Act,
  { sessionId, listed, present }: { sessionId: string; listed: readonly string[]; present: readonly string[] },
): Promise<RecordAttendanceResult> {
  return inTransaction(db, async (trx) => {
    const session = await findSession(trx, sessionId);
    if (!session) return { outcome: 'no-such-session' };
    const state = sessionState(session, civilDateOf(act.at));
    if (state === 'to-come') return { outcome: 'not-held-yet' };
    if (state !== 'to-close') return { outcome: 'session-over' };
    const known = await listPresentIds(trx, sessionId);
    const enrolled = await listEnrolledIds(trx, sessionId);
    if (present.some((id) => !enrolled.has(id) && !known.has(id))) return { outcome: 'not-on-the-list' };
    const isTicked = new Set(present);
    const added = [...isTicked].filter((id) => !known.has(id));
    const removed = listed.filter((id) => known.has(id) && !isTicked.has(id));
    await writeAttendance(trx, act, { sessionId, personIds: added, lateReason: null });
    // Before the closing nothing has been made of a presence: a wrong tick leaves nothing.
    await trx
      .deleteFrom('attendance')
      .where('session_id', '=', sessionId)
      .where('person_id', 'in', listedValues(removed))
      .execute();
    if (added.length + removed.length > 0)
      await recordDeed(trx, act, {
        verb: 'training-session:record-attendance',
        subjectKind: 'training-session',
        subjectId: sessionId,
        detail: { added: added.length, removed: removed.length },
      });
    return { outcome: 'recorded', present: known.size + added.length - removed.length };
  });
}
