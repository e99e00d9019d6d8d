import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { civilDateOf } from '#domain/time/civil-date.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { writeChosen } from './exercise-answers.ts';
import { findExercise, type ExerciseAddress, type ExerciseNotFound } from './find-exercise.ts';
import { learnerOf } from './learner-of.ts';
import { questionAnswer, type QuestionAnswer } from './question-view.ts';
import { saveAnswer } from './save-answer.ts';

export type AnswerExerciseResult =
  | { outcome: 'answered'; lessonNumber: number; answer: QuestionAnswer }
  | { outcome: 'nothing-chosen'; lessonNumber: number }
  /** A choice that the question does not have, or several where it takes one. */
  | { outcome: 'no-such-choice' }
  | ExerciseNotFound;

/** Stores and grades the answer to a formative question; answering again replaces it. */
export async function answerExercise(
  db: Kysely<Database>,
  act: Act,
  { choices, ...address }: ExerciseAddress & { choices: readonly string[] },
): Promise<AnswerExerciseResult> {
  const personId = learnerOf(act);
  return inTransaction(db, async (trx) => {
    const found = await findExercise(trx, personId, 'question', { ...address, today: civilDateOf(act.at) });
    if (found.outcome !== 'found') return found;
    const { block, lessonNumber } = found;
    if (choices.length === 0) return { outcome: 'nothing-chosen', lessonNumber };
    const isKnown = choices.every((id) => block.choices.some((choice) => choice.id === id));
    if (!isKnown || (!block.isMultiple && choices.length > 1)) return { outcome: 'no-such-choice' };

    const answer = questionAnswer(block, choices);
    const stored = writeChosen(answer.chosen);
    if (stored !== found.stored) await saveAnswer(trx, found.key, stored, act.at);
    return { outcome: 'answered', lessonNumber, answer };
  });
}
