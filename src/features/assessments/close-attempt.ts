import type { Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import { gradeAttempt, type Grade } from '#domain/assessment/grade-attempt.ts';
import type { Act } from '#domain/identity/act.ts';
import { civilDateOf } from '#domain/time/civil-date.ts';
import { recordCompletionWhenDue } from '#features/learning/record-completion-when-due.ts';
import { findWindow } from '#features/learning/window-queries.ts';
import { findEditionVersion } from '#features/publishing/versions.ts';
import { getDrawnVersion, getPoolQuestion } from './drawn-version.ts';
import { listDrawnQuestions, type AttemptRecord } from './queries.ts';

export interface ClosedAttempt extends Grade {
  /** The completion of the module, when nothing else was missing. */
  completionId: string | null;
}

/** Grades an open attempt against the version its questions were drawn from, whatever was published since, and closes it. */
export async function closeAttempt(
  trx: Transaction<Database>,
  act: Act,
  attempt: AttemptRecord,
): Promise<ClosedAttempt> {
  const drawn = await listDrawnQuestions(trx, attempt.id);
  const version = await getDrawnVersion(trx, attempt.versionId);
  const answered = drawn.map(({ questionId, chosen }) => ({ question: getPoolQuestion(version, questionId), chosen }));
  const grade = gradeAttempt(answered, version.module.passMark);
  const rightPositions = drawn.filter((_, index) => grade.marks[index]).map(({ position }) => position);
  await saveMarks(trx, attempt.id, rightPositions);
  await trx
    .updateTable('attempt')
    .set({ finished_at: act.at, right_count: grade.rightCount, is_passed: grade.isPassed ? 1 : 0 })
    .where('id', '=', attempt.id)
    .execute();
  return { ...grade, completionId: grade.isPassed ? await completeWhenDue(trx, act, attempt) : null };
}

async function saveMarks(trx: Transaction<Database>, attemptId: string, rightPositions: number[]): Promise<void> {
  await trx
    .updateTable('attempt_question')
    .set((row) => ({ is_right: row('position', 'in', rightPositions).$castTo<number>() }))
    .where('attempt_id', '=', attemptId)
    .execute();
}

/** In the window that the attempt is of. The lessons that count are those of the latest revision: the ones that the person sees. */
async function completeWhenDue(
  trx: Transaction<Database>,
  act: Act,
  { personId, moduleId, edition, versionId, windowFrom }: AttemptRecord,
): Promise<string | null> {
  const seen = await findEditionVersion(trx, moduleId, edition);
  const key = { personId, moduleId, edition };
  const window = await findWindow(trx, key, { today: civilDateOf(act.at), day: windowFrom });
  return recordCompletionWhenDue(trx, act, { ...key, window, versionId: seen?.id ?? versionId });
}
