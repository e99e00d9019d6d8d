import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { drawnCount } from '#domain/assessment/draw-questions.ts';
import { neededRightAnswers } from '#domain/assessment/grade-attempt.ts';
import { findFollowed } from '#features/learning/followed-version.ts';
import { newId } from '#platform/ids.ts';
import { questionAddress } from './attempt-addresses.ts';
import { findLatestFinishedAttempt, findOpenAttempt, listDrawnQuestions } from './queries.ts';

export interface OpenAttemptLine {
  answeredCount: number;
  questionCount: number;
  /** The first question without an answer, else the first one. */
  resumeHref: string;
}

export interface AssessmentPage {
  code: string;
  moduleTitle: string;
  questionCount: number;
  poolSize: number;
  passMark: number;
  neededCount: number;
  open: OpenAttemptLine | null;
  latest: { isPassed: boolean } | null;
  /** The id the form sends: sending it twice opens one attempt. */
  newAttemptId: string;
}

export type AssessmentPageResult =
  { outcome: 'shown'; page: AssessmentPage } | { outcome: 'not-begun' } | { outcome: 'not-found' };

/** What an assessment is, before it is sat. */
export async function loadAssessmentPage(
  db: Kysely<Database>,
  personId: string,
  code: string,
): Promise<AssessmentPageResult> {
  const followed = await findFollowed(db, personId, code);
  if (!followed) return { outcome: 'not-found' };
  if (!followed.isBegun) return { outcome: 'not-begun' };
  const { module } = followed.version;
  const questionCount = drawnCount(module.pool.length, module.drawSize);
  const latest = await findLatestFinishedAttempt(db, personId, code);
  return {
    outcome: 'shown',
    page: {
      code,
      moduleTitle: module.title,
      questionCount,
      poolSize: module.pool.length,
      passMark: module.passMark,
      neededCount: neededRightAnswers(module.passMark, questionCount),
      open: await openLine(db, personId, code),
      latest: latest && { isPassed: latest.isPassed },
      newAttemptId: newId(),
    },
  };
}

async function openLine(db: Kysely<Database>, personId: string, code: string): Promise<OpenAttemptLine | null> {
  const open = await findOpenAttempt(db, personId, code);
  if (!open) return null;
  const drawn = await listDrawnQuestions(db, open.id);
  const unanswered = drawn.find(({ chosen }) => chosen.length === 0);
  return {
    answeredCount: drawn.filter(({ chosen }) => chosen.length > 0).length,
    questionCount: drawn.length,
    resumeHref: questionAddress(code, unanswered?.position ?? 1),
  };
}
