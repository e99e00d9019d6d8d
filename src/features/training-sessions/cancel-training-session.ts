import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { recordDeed } from '#features/journal/record-deed.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { listGifts } from './gift-queries.ts';
import { findSession } from './session-queries.ts';
import { takeBackGifts, type TakenBack } from './take-back-gifts.ts';

export type CancelTrainingSessionResult =
  ({ outcome: 'cancelled' } & TakenBack) | { outcome: 'already-cancelled' | 'no-such-session' };

/**
 * Cancels a session, with its reason. One that was closed is counted no more, and what its presences gave is taken back from
 * today on, unless something else gives it.
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
    const { moduleId } = session;
    const gifts = session.closedAt === null ? [] : await listGifts(trx, sessionId);
    const takenBack = await takeBackGifts(trx, act, { sessionId, moduleId, reason }, gifts);
    await recordDeed(trx, act, {
      verb: 'training-session:cancel',
      subjectKind: 'training-session',
      subjectId: sessionId,
      detail: session.closedAt === null ? { reason } : { reason, ...takenBack },
    });
    return { outcome: 'cancelled', ...takenBack };
  });
}
