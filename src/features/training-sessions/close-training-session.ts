import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { civilDateOf } from '#domain/time/civil-date.ts';
import { recordDeed } from '#features/journal/record-deed.ts';
import { completeLiveEdition } from '#features/learning/complete-edition.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { findSession, listPresentIds } from './session-queries.ts';
import { sessionState } from './session-state.ts';

export type CloseTrainingSessionResult =
  | { outcome: 'closed'; present: number; completions: number }
  | { outcome: 'already-closed' | 'no-such-session' | 'not-held-yet' | 'session-over' | 'nobody-present' };

/**
 * Closes a session: each presence gives the completion of the module's live edition, dated today, once per person and
 * like any other. A session counts for the whole module (README, Decisions).
 */
export async function closeTrainingSession(
  db: Kysely<Database>,
  act: Act,
  { sessionId }: { sessionId: string },
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
    const completions = await completeLiveEdition(trx, act, { code: session.moduleCode, personIds: [...present] });
    if (completions === null) throw new Error(`nothing of ${session.moduleCode} is published`);
    await trx
      .updateTable('training_session')
      .set({ closed_at: act.at, closed_by: act.by })
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
