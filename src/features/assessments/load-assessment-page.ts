import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { drawnCount } from '#domain/assessment/draw-questions.ts';
import { neededRightAnswers } from '#domain/assessment/grade-attempt.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { findFollowed } from '#features/learning/followed-version.ts';
import { isPackage } from '#features/learning/is-package.ts';
import { progressOf } from '#features/learning/resume-address.ts';
import { newId } from '#platform/ids.ts';
import { findAttemptInProgress, type AttemptInProgress } from './find-attempt-in-progress.ts';
import { findLatestFinishedAttempt } from './queries.ts';

export interface AssessmentPage {
  code: string;
  moduleTitle: string;
  questionCount: number;
  poolSize: number;
  passMark: number;
  neededCount: number;
  inProgress: AttemptInProgress | null;
  /** An attempt of this edition is passed, in the window it is followed in. */
  hasPassed: boolean;
  /** An attempt of this edition is finished, in that window. */
  hasResult: boolean;
  /** The id the form sends: sending it twice opens one attempt. */
  newAttemptId: string;
}

export type AssessmentPageResult =
  { outcome: 'shown'; page: AssessmentPage } | { outcome: 'not-begun' } | { outcome: 'not-found' };

/** What an assessment is, before it is sat. */
export async function loadAssessmentPage(
  db: Kysely<Database>,
  personId: string,
  asked: { code: string; today: CivilDate },
): Promise<AssessmentPageResult> {
  const followed = await findFollowed(db, personId, asked);
  if (!followed || isPackage(followed.version.module)) return { outcome: 'not-found' };
  if (!followed.isBegun) return { outcome: 'not-begun' };
  const { code, module, edition } = followed.version;
  const questionCount = drawnCount(module.pool.length, module.drawSize);
  return {
    outcome: 'shown',
    page: {
      code,
      moduleTitle: module.title,
      questionCount,
      poolSize: module.pool.length,
      passMark: module.passMark,
      neededCount: neededRightAnswers(module.passMark, questionCount),
      inProgress: await findAttemptInProgress(db, personId, followed),
      hasPassed: progressOf(followed).passedAt !== null,
      hasResult: (await findLatestFinishedAttempt(db, personId, code, { edition, window: followed.window })) !== null,
      newAttemptId: newId(),
    },
  };
}
