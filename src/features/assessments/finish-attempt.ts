import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { learnerOf } from '#features/learning/learner-of.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { closeAttempt } from './close-attempt.ts';
import { findAttempt } from './queries.ts';

export type FinishAttemptResult =
  | { outcome: 'passed'; code: string; completionId: string | null }
  | { outcome: 'failed'; code: string }
  | { outcome: 'already-finished'; code: string }
  /** The attempt is somebody else's or nobody's. */
  | { outcome: 'not-found' };

/** Finishes an attempt: grades it, and completes the module when nothing else is missing. */
export async function finishAttempt(
  db: Kysely<Database>,
  act: Act,
  { attemptId }: { attemptId: string },
): Promise<FinishAttemptResult> {
  const personId = learnerOf(act);
  return inTransaction(db, async (trx) => {
    const attempt = await findAttempt(trx, attemptId);
    if (attempt?.personId !== personId) return { outcome: 'not-found' };
    const { code } = attempt;
    if (attempt.finishedAt) return { outcome: 'already-finished', code };
    const { isPassed, completionId } = await closeAttempt(trx, act, attempt);
    return isPassed ? { outcome: 'passed', code, completionId } : { outcome: 'failed', code };
  });
}
