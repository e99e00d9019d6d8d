import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { amina } from '#db/seeds/cast.ts';
import { FIRST_WINDOW } from '#domain/progress/module-window.ts';
import { newId } from '#platform/ids.ts';
import { admit } from '#tests/support/learner.ts';
import { insertPublishedModule, smallModule } from '#tests/support/published-module.ts';
import { testDatabase } from '#tests/support/test-database.ts';

/** Amina, and the small module published once. */
export async function aminaAndOneModule(): Promise<{ db: Kysely<Database>; versionId: string }> {
  const db = await testDatabase();
  await admit(db);
  return { db, versionId: await insertPublishedModule(db, smallModule()) };
}

/** An attempt of Amina's that is finished, as the assessments leave it. */
export async function insertFinishedAttempt(
  db: Kysely<Database>,
  {
    versionId,
    isPassed,
    edition = 1,
    at,
    windowFrom = FIRST_WINDOW,
  }: { versionId: string; isPassed: boolean; edition?: number; at: string; windowFrom?: string | undefined },
): Promise<void> {
  await db
    .insertInto('attempt')
    .values({
      id: newId(),
      person_id: amina.personId,
      module_id: 'module-m1',
      edition,
      window_from: windowFrom,
      version_id: versionId,
      opened_at: at,
      finished_at: at,
      right_count: isPassed ? 2 : 0,
      is_passed: isPassed ? 1 : 0,
    })
    .execute();
}

type LearningTable = 'begun' | 'completion' | 'place' | 'lesson_read' | 'exercise_answer' | 'journal';
const TABLES: LearningTable[] = ['begun', 'completion', 'place', 'lesson_read', 'exercise_answer', 'journal'];

/** Everything that learning has written, to see that a repetition changes nothing. */
export async function everythingWritten(db: Kysely<Database>): Promise<unknown> {
  const tables = TABLES.map(async (table) => [table, await db.selectFrom(table).selectAll().execute()]);
  return Object.fromEntries(await Promise.all(tables));
}
