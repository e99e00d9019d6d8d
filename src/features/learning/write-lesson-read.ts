import type { Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import type { PublishedVersion } from '#features/publishing/versions.ts';
import { learnerOf } from './learner-of.ts';

/** Writes that a lesson of an edition was read; when it was first read stays. False when it was read already. */
export async function writeLessonRead(
  trx: Transaction<Database>,
  act: Act,
  { moduleId, edition }: PublishedVersion,
  lesson: string,
): Promise<boolean> {
  const written = await trx
    .insertInto('lesson_read')
    .values({ person_id: learnerOf(act), module_id: moduleId, edition, lesson, read_at: act.at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return written.numInsertedOrUpdatedRows === 1n;
}
