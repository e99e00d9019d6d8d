import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { recordDeed } from '#features/journal/record-deed.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { listPresentIds } from './session-queries.ts';
import { findSessionToEnrol } from './write-enrolments.ts';

export type WithdrawEnrolmentResult = {
  outcome: 'withdrawn' | 'already-withdrawn' | 'no-such-session' | 'session-over' | 'present';
};

/** Takes somebody off the list of a session that is not closed; whoever attended stays on it. */
export async function withdrawEnrolment(
  db: Kysely<Database>,
  act: Act,
  { sessionId, personId }: { sessionId: string; personId: string },
): Promise<WithdrawEnrolmentResult> {
  return inTransaction(db, async (trx) => {
    const found = await findSessionToEnrol(trx, act, sessionId);
    if (found.outcome !== 'found') return found;
    if ((await listPresentIds(trx, sessionId)).has(personId)) return { outcome: 'present' };
    const deleted = await trx
      .deleteFrom('enrolment')
      .where('session_id', '=', sessionId)
      .where('person_id', '=', personId)
      .executeTakeFirst();
    if (deleted.numDeletedRows === 0n) return { outcome: 'already-withdrawn' };
    await recordDeed(trx, act, {
      verb: 'training-session:unenrol',
      subjectKind: 'training-session',
      subjectId: sessionId,
    });
    return { outcome: 'withdrawn' };
  });
}
