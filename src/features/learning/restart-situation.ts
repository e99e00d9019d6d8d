import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { civilDateOf } from '#domain/time/civil-date.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { findExercise, type ExerciseAddress, type ExerciseNotFound } from './find-exercise.ts';
import { learnerOf } from './learner-of.ts';
import { situationView, type SituationView } from './situation-view.ts';
import { ofWindow } from './window-queries.ts';

export type RestartSituationResult =
  { outcome: 'restarted' | 'at-start'; lessonNumber: number; view: SituationView } | ExerciseNotFound;

/** Goes back to the first scene of a case; the path taken before is forgotten. */
export async function restartSituation(
  db: Kysely<Database>,
  act: Act,
  address: ExerciseAddress,
): Promise<RestartSituationResult> {
  const personId = learnerOf(act);
  return inTransaction(db, async (trx) => {
    const found = await findExercise(trx, personId, 'situation', { ...address, today: civilDateOf(act.at) });
    if (found.outcome !== 'found') return found;
    const start = { lessonNumber: found.lessonNumber, view: situationView(found.block, []) };
    if (found.stored === null) return { outcome: 'at-start', ...start };
    await trx
      .deleteFrom('exercise_answer')
      .where('person_id', '=', found.key.personId)
      .where('module_id', '=', found.key.moduleId)
      .where('edition', '=', found.key.edition)
      .where(ofWindow(found.key.window))
      .where('block_id', '=', found.key.blockId)
      .execute();
    return { outcome: 'restarted', ...start };
  });
}
