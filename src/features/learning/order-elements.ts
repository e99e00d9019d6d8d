import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { civilDateOf } from '#domain/time/civil-date.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { writePlaces } from './exercise-answers.ts';
import { findExercise, type ExerciseAddress, type ExerciseNotFound } from './find-exercise.ts';
import { learnerOf } from './learner-of.ts';
import type { PlacedAnswer, Places } from './placed-answer.ts';
import { saveAnswer } from './save-answer.ts';
import { gradeOrdering } from './ordering-view.ts';

export type OrderElementsResult =
  | { outcome: 'answered'; lessonNumber: number; answer: PlacedAnswer }
  | { outcome: 'incomplete' | 'no-such-choice' }
  | ExerciseNotFound;

/** Stores and grades the place given to each element of an « Ordonner »; answering again replaces it. */
export async function orderElements(
  db: Kysely<Database>,
  act: Act,
  { places, ...address }: ExerciseAddress & { places: Places },
): Promise<OrderElementsResult> {
  const personId = learnerOf(act);
  return inTransaction(db, async (trx) => {
    const found = await findExercise(trx, personId, 'ordonner', { ...address, today: civilDateOf(act.at) });
    if (found.outcome !== 'found') return found;
    const graded = gradeOrdering(found.block, places);
    if (graded.outcome !== 'answered') return graded;

    const stored = writePlaces(graded.answer.places);
    if (stored !== found.stored) await saveAnswer(trx, found.key, stored, act.at);
    return { ...graded, lessonNumber: found.lessonNumber };
  });
}
