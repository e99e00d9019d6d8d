import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { ofWindow, type WindowKey } from './window-queries.ts';

/** Where an answer is stored. */
export interface ExerciseKey extends WindowKey {
  blockId: string;
}

/** The stored answer of an exercise, as JSON that the reader parses; null when there is none. */
export async function findAnswer(db: Kysely<Database>, key: ExerciseKey): Promise<string | null> {
  const row = await selectAnswers(db, key)
    .where('block_id', '=', key.blockId)
    .select('answer')
    .orderBy('answered_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.answer ?? null;
}

/** The stored answers of an edition in a window, as JSON by block. */
export async function listAnswers(db: Kysely<Database>, key: WindowKey): Promise<Map<string, string>> {
  const rows = await selectAnswers(db, key).select(['block_id', 'answer']).orderBy('answered_at').execute();
  return new Map(rows.map((row) => [row.block_id, row.answer]));
}

function selectAnswers(db: Kysely<Database>, { personId, moduleId, edition, window }: WindowKey) {
  return db
    .selectFrom('exercise_answer')
    .where('person_id', '=', personId)
    .where('module_id', '=', moduleId)
    .where('edition', '=', edition)
    .where(ofWindow(window));
}
