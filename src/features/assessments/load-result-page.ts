import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { neededRightAnswers, scoreInPercent } from '#domain/assessment/grade-attempt.ts';
import { lessonsToReadAgain } from '#domain/assessment/lessons-to-read-again.ts';
import type { CompiledLesson } from '#domain/module/compiled-module.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import type { Instant } from '#domain/time/instant.ts';
import { attestationAddress, lessonAddress } from '#features/learning/addresses.ts';
import { completionNow, findFollowed, type Followed } from '#features/learning/followed-version.ts';
import { planOf } from '#features/learning/module-plan.ts';
import { progressOf } from '#features/learning/resume-address.ts';
import { newId } from '#platform/ids.ts';
import { getDrawnVersion } from './drawn-version.ts';
import { findAttemptInProgress, type AttemptInProgress } from './find-attempt-in-progress.ts';
import { questionResults, type LessonLink, type QuestionResult } from './question-results.ts';
import { findLatestFinishedAttempt, listDrawnQuestions } from './queries.ts';

export interface ResultPage {
  code: string;
  moduleTitle: string;
  finishedAt: Instant;
  isPassed: boolean;
  rightCount: number;
  questionCount: number;
  percent: number;
  neededCount: number;
  questions: QuestionResult[];
  /** The objectives that the missed questions ask about, each with the lesson that teaches it. */
  lessonsToRead: (LessonLink & { objective: string })[];
  /** This attempt or one before it is passed. */
  hasPassed: boolean;
  /** Lessons still to be marked as read for the module to be completed. */
  unread: LessonLink[];
  attestationHref: string | null;
  /** A new attempt opened since. */
  inProgress: AttemptInProgress | null;
  newAttemptId: string;
}

/** The latest attempt that the person finished in the edition and the window they are in, with what was right and why; null without one. */
export async function loadResultPage(
  db: Kysely<Database>,
  personId: string,
  asked: { code: string; today: CivilDate },
): Promise<ResultPage | null> {
  const followed = await findFollowed(db, personId, asked);
  if (!followed) return null;
  const { code, edition, module } = followed.version;
  const attempt = await findLatestFinishedAttempt(db, personId, code, { edition, window: followed.window });
  if (!attempt?.finishedAt) return null;
  const drawnFrom = await getDrawnVersion(db, attempt.versionId);
  // The lessons as they are read today, where a correction may have renamed or removed one.
  const toLink = linkTo(code);
  const questions = questionResults(drawnFrom, await listDrawnQuestions(db, attempt.id), (slug) => {
    const lesson = module.lessons.find((known) => known.slug === slug);
    return lesson ? toLink(lesson) : null;
  });
  return {
    code,
    moduleTitle: module.title,
    finishedAt: attempt.finishedAt,
    isPassed: attempt.isPassed,
    rightCount: attempt.rightCount,
    questionCount: questions.length,
    percent: scoreInPercent(attempt.rightCount, questions.length),
    neededCount: neededRightAnswers(drawnFrom.module.passMark, questions.length),
    questions,
    lessonsToRead: lessonsToReadAgain(module.lessons, questions).map((lesson) => ({
      ...toLink(lesson),
      objective: lesson.objective,
    })),
    ...whatIsLeft(followed),
    inProgress: await findAttemptInProgress(db, personId, followed),
    newAttemptId: newId(),
  };
}

const linkTo =
  (code: string) =>
  ({ title, number }: CompiledLesson): LessonLink => ({ title, href: lessonAddress(code, number) });

function whatIsLeft(followed: Followed): Pick<ResultPage, 'hasPassed' | 'unread' | 'attestationHref'> {
  const progress = progressOf(followed);
  const completion = completionNow(followed);
  const unread = planOf(followed, progress).filter(({ readAt }) => readAt === null);
  return {
    hasPassed: progress.passedAt !== null,
    unread: unread.map(({ title, href }) => ({ title, href })),
    attestationHref: completion ? attestationAddress(completion.id) : null,
  };
}
