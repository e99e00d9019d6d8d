import type { Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Instant } from '#domain/time/instant.ts';
import type { ExerciseKey } from './answer-queries.ts';

/** Stores an answer in place of the one before. */
export async function saveAnswer(
  trx: Transaction<Database>,
  key: ExerciseKey,
  answer: string,
  at: Instant,
): Promise<void> {
  await trx
    .insertInto('exercise_answer')
    .values({
      person_id: key.personId,
      module_id: key.moduleId,
      edition: key.edition,
      window_from: key.window.from,
      block_id: key.blockId,
      answer,
      answered_at: at,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['person_id', 'module_id', 'edition', 'window_from', 'block_id'])
        .doUpdateSet({ answer, answered_at: at }),
    )
    .execute();
}
