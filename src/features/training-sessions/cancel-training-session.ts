import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { recordDeed } from '#features/journal/record-deed.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { findSession } from './session-queries.ts';

export type CancelTrainingSessionResult = { outcome: 'cancelled' | 'already-cancelled' | 'no-such-session' };

/**
 * Cancels a session, with its reason. One that was closed is counted no more; the completions it gave stay, because a
 * completion never goes backwards (DESIGN §6), which the page and the journal say.
 */
export async function cancelTrainingSession(
  db: Kysely<Database>,
  act: Act,
  { sessionId, reason }: { sessionId: string; reason: string },
): Promise<CancelTrainingSessionResult> {
  return inTransaction(db, async (trx) => {
    const session = await findSession(trx, sessionId);
    if (!session) return { outcome: 'no-such-session' };
    if (session.cancelledAt !== null) return { outcome: 'already-cancelled' };
    await trx
      .updateTable('training_session')
      .set({ cancelled_at: act.at, cancelled_by: act.by, cancel_reason: reason })
      .where('id', '=', sessionId)
      .execute();
    await recordDeed(trx, act, {
      verb: 'training-session:cancel',
      subjectKind: 'training-session',
      subjectId: sessionId,
      detail: session.closedAt === null ? { reason } : { reason, completions: 'kept' },
    });
    return { outcome: 'cancelled' };
  });
}
