import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { neededRightAnswers, scoreInPercent } from '#domain/assessment/grade-attempt.ts';
import { lessonsToReadAgain } from '#domain/assessment/lessons-to-read-again.ts';
import type { Choice } from '#domain/module/compiled-module.ts';
import type { Instant } from '#domain/time/instant.ts';
import { lessonAddress } from '#features/learning/addresses.ts';
import { loadModulePage } from '#features/learning/load-module-page.ts';
import { civilDateOf } from '#domain/time/civil-date.ts';
import { newId } from '#platform/ids.ts';
import { getDrawnVersion, getPoolQuestion } from './drawn-version.ts';
import { findLatestFinishedAttempt, listDrawnQuestions } from './queries.ts';

export interface LessonLink {
  title: string;
  href: string;
}

export interface QuestionResult {
  position: number;
  html: string;
  isRight: boolean;
  isAnswered: boolean;
  choices: (Choice & { isChosen: boolean })[];
  lesson: LessonLink | null;
}

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
  lessonsToRead: LessonLink[];
  /** Lessons still to be marked as read for the module to be completed. */
  unread: LessonLink[];
  attestationHref: string | null;
  newAttemptId: string;
}

/** The person's latest finished attempt, with what was right and why; null when none is finished. */
export async function loadResultPage(
  db: Kysely<Database>,
  personId: string,
  { code, now }: { code: string; now: Instant },
): Promise<ResultPage | null> {
  const attempt = await findLatestFinishedAttempt(db, personId, code);
  const standing = await loadModulePage(db, personId, { code, today: civilDateOf(now) });
  if (!attempt?.finishedAt || !standing) return null;
  const version = await getDrawnVersion(db, attempt.versionId);
  const { lessons, passMark, title } = version.module;
  const linkOf = (lesson: { title: string; number: number }) => ({
    title: lesson.title,
    href: lessonAddress(code, lesson.number),
  });
  const questions = (await listDrawnQuestions(db, attempt.id)).map((drawn) => {
    const question = getPoolQuestion(version, drawn.questionId);
    return { ...drawn, question, isRight: drawn.isRight === true, lesson: question.lesson };
  });
  return {
    code,
    moduleTitle: title,
    finishedAt: attempt.finishedAt,
    isPassed: attempt.isPassed,
    rightCount: attempt.rightCount,
    questionCount: questions.length,
    percent: scoreInPercent(attempt.rightCount, questions.length),
    neededCount: neededRightAnswers(passMark, questions.length),
    questions: questions.map(({ position, question, isRight, chosen }) => {
      const lesson = lessons.find(({ slug }) => slug === question.lesson);
      return {
        position,
        html: question.html,
        isRight,
        isAnswered: chosen.length > 0,
        choices: question.choices.map((choice) => ({ ...choice, isChosen: chosen.includes(choice.id) })),
        lesson: lesson ? linkOf(lesson) : null,
      };
    }),
    lessonsToRead: lessonsToReadAgain(lessons, questions).map(linkOf),
    unread: standing.plan.filter(({ readAt }) => readAt === null).map(({ title, href }) => ({ title, href })),
    attestationHref: standing.attestationHref,
    newAttemptId: newId(),
  };
}
