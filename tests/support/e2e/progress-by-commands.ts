import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { parseInstant, type Instant } from '#domain/time/instant.ts';
import { answerQuestion } from '#features/assessments/answer-question.ts';
import { finishAttempt } from '#features/assessments/finish-attempt.ts';
import { openAttempt } from '#features/assessments/open-attempt.ts';
import { beginModule } from '#features/learning/begin-module.ts';
import { markLessonRead } from '#features/learning/mark-lesson-read.ts';
import { newId } from '#platform/ids.ts';
import { liveModule } from './live-module.ts';
import { NOW } from './test-site.ts';

/** Completes a module for somebody as they would, without a browser; for tests about what comes after. */
export async function completeByCommands(
  db: Kysely<Database>,
  personId: string,
  code: string,
  at: Instant = parseInstant(NOW),
): Promise<void> {
  const act = actOf(personId, at);
  const { lessons, pool } = await liveModule(db, code);
  for (const lesson of lessons) await markLessonRead(db, act, { code, lesson: lesson.slug });
  const { attemptId, questionIds } = await openByCommands(db, personId, code, at);
  for (const [index, questionId] of questionIds.entries()) {
    const question = pool.find(({ id }) => id === questionId)!;
    const choices = question.choices.filter(({ isRight }) => isRight).map(({ id }) => id);
    await answerQuestion(db, act, { attemptId, position: index + 1, choices, eventId: newId() });
  }
  const finished = await finishAttempt(db, act, { attemptId });
  if (finished.outcome !== 'passed') throw new Error(`the module was not completed: ${finished.outcome}`);
}

/** Begins a module for somebody, and opens an attempt that stays open. */
export async function openByCommands(
  db: Kysely<Database>,
  personId: string,
  code: string,
  at: Instant = parseInstant(NOW),
): Promise<{ attemptId: string; questionIds: string[] }> {
  const act = actOf(personId, at);
  await beginModule(db, act, { code });
  const opened = await openAttempt(db, act, { code, attemptId: newId() });
  if (opened.outcome !== 'opened') throw new Error(`the attempt was not opened: ${opened.outcome}`);
  return opened;
}

function actOf(personId: string, at: Instant): Act {
  return { by: personId, at, requestId: null };
}
