import type { Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import type { WindowKey } from './window-queries.ts';

/** Writes that a lesson of an edition was read in a window; when it was first read stays. False when it was read already. */
export async function writeLessonRead(
  trx: Transaction<Database>,
  act: Act,
  { personId, moduleId, edition, window }: WindowKey,
  lesson: string,
): Promise<boolean> {
  const written = await trx
    .insertInto('lesson_read')
    .values({ person_id: personId, module_id: moduleId, edition, window_from: window.from, lesson, read_at: act.at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return written.numInsertedOrUpdatedRows === 1n;
}
