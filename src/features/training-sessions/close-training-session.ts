import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { civilDateOf } from '#domain/time/civil-date.ts';
import { recordDeed } from '#features/journal/record-deed.ts';
import { listLessonsGivenInPerson } from '#features/learning/given-in-person.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { countPresences } from './count-presences.ts';
import { markOf } from './presence-mark.ts';
import { findSession, listPresentIds } from './session-queries.ts';
import { sessionState } from './session-state.ts';

export type CloseTrainingSessionResult =
  | { outcome: 'closed'; present: number; completions: number }
  | { outcome: 'already-closed' | 'no-such-session' | 'not-held-yet' | 'session-over' | 'nobody-present' }
  /** Somebody was noted, or not any more, since the list was read. */
  | { outcome: 'list-changed' };

/**
 * Closes a session: each presence gives the completion of the module's live edition, done on the day of the session and
 * counted from today, once per person; or the lessons that the module says a session counts for.
 * @param presenceMark of the list that was confirmed: another one is refused
 */
export async function closeTrainingSession(
  db: Kysely<Database>,
  act: Act,
  { sessionId, presenceMark }: { sessionId: string; presenceMark?: string },
): Promise<CloseTrainingSessionResult> {
  return inTransaction(db, async (trx) => {
    const session = await findSession(trx, sessionId);
    if (!session) return { outcome: 'no-such-session' };
    const state = sessionState(session, civilDateOf(act.at));
    if (state === 'closed') return { outcome: 'already-closed' };
    if (state === 'cancelled') return { outcome: 'session-over' };
    if (state === 'to-come') return { outcome: 'not-held-yet' };
    const present = await listPresentIds(trx, sessionId);
    if (present.size === 0) return { outcome: 'nobody-present' };
    if (presenceMark !== undefined && presenceMark !== markOf(present)) return { outcome: 'list-changed' };
    const { moduleCode, heldOn } = session;
    const countedLessons = (await listLessonsGivenInPerson(trx, moduleCode))?.map(({ slug }) => slug) ?? null;
    const presences = { sessionId, moduleCode, heldOn, countedLessons, personIds: [...present] };
    const completions = await countPresences(trx, act, presences);
    await trx
      .updateTable('training_session')
      .set({
        closed_at: act.at,
        closed_by: act.by,
        counted_lessons: countedLessons && JSON.stringify(countedLessons),
      })
      .where('id', '=', sessionId)
      .execute();
    await recordDeed(trx, act, {
      verb: 'training-session:close',
      subjectKind: 'training-session',
      subjectId: sessionId,
      detail: { present: present.size, completions },
    });
    return { outcome: 'closed', present: present.size, completions };
  });
}
