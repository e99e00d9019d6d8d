import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { civilDateOf } from '#domain/time/civil-date.ts';
import { walkSituation } from '#domain/progress/situation-path.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { readPath, writePath } from './exercise-answers.ts';
import { findExercise, type ExerciseAddress, type ExerciseNotFound } from './find-exercise.ts';
import { learnerOf } from './learner-of.ts';
import { saveAnswer } from './save-answer.ts';
import { situationView, type SituationView } from './situation-view.ts';

export type ChooseOptionResult =
  /** `already-chosen`: this scene has its answer, which holds until the case is restarted. */
  | { outcome: 'chosen' | 'already-chosen'; lessonNumber: number; view: SituationView }
  | { outcome: 'no-such-option' }
  | ExerciseNotFound;

/** Takes one option in the scene where the person is; the path taken is kept. */
export async function chooseOption(
  db: Kysely<Database>,
  act: Act,
  { scene, option, ...address }: ExerciseAddress & { scene: string; option: string },
): Promise<ChooseOptionResult> {
  const personId = learnerOf(act);
  return inTransaction(db, async (trx) => {
    const found = await findExercise(trx, personId, 'situation', { ...address, today: civilDateOf(act.at) });
    if (found.outcome !== 'found') return found;
    const { block, lessonNumber } = found;
    const { walked, current } = walkSituation(block, readPath(found.stored));
    const path = walked.map((step) => ({ scene: step.scene.id, option: step.chosen.id }));
    if (path.some((step) => step.scene === scene))
      return { outcome: 'already-chosen', lessonNumber, view: situationView(block, path) };
    const isOffered = current?.id === scene && current.options.some((known) => known.id === option);
    if (!isOffered) return { outcome: 'no-such-option' };

    const longer = [...path, { scene, option }];
    await saveAnswer(trx, found.key, writePath(longer), act.at);
    return { outcome: 'chosen', lessonNumber, view: situationView(block, longer) };
  });
}
