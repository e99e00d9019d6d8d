import type { Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { civilDateOf, type CivilDate } from '#domain/time/civil-date.ts';
import { recordDeed } from '#features/journal/record-deed.ts';
import type { LessonOfWindow } from './gift.ts';
import type { EditionKey } from './path-queries.ts';

/**
 * Withdraws a completion that was given in error, by an act with its author and its reason: it counts no more from today on,
 * and the figures of past days stay. Returns of what edition it was, and since when it counted; null when it was withdrawn already.
 */
export async function withdrawCompletion(
  trx: Transaction<Database>,
  act: Act,
  { completionId, reason }: { completionId: string; reason: string },
): Promise<(EditionKey & { countedOn: CivilDate }) | null> {
  const row = await trx
    .updateTable('completion')
    .set({ withdrawn_at: act.at, withdrawn_on: civilDateOf(act.at), withdrawn_by: act.by, withdrawn_reason: reason })
    .where('id', '=', completionId)
    .where('withdrawn_on', 'is', null)
    .returning(['person_id', 'module_id', 'edition', 'version_id', 'completed_on'])
    .executeTakeFirst();
  if (!row) return null;
  await recordDeed(trx, act, {
    verb: 'module:withdraw-completion',
    subjectKind: 'module',
    subjectId: row.module_id,
    // The reason stays with the completion: it may be about a person, and the journal keeps what it is given.
    detail: { edition: row.edition, version: row.version_id, completion: completionId },
  });
  return {
    personId: row.person_id,
    moduleId: row.module_id,
    edition: row.edition,
    countedOn: row.completed_on as CivilDate,
  };
}

/** Takes back a lesson that a training in person had marked as read for somebody who was not there. */
export async function takeBackLesson(
  trx: Transaction<Database>,
  { personId, moduleId }: Pick<EditionKey, 'personId' | 'moduleId'>,
  { edition, windowFrom, lesson }: LessonOfWindow,
): Promise<void> {
  await trx
    .deleteFrom('lesson_read')
    .where('person_id', '=', personId)
    .where('module_id', '=', moduleId)
    .where('edition', '=', edition)
    .where('window_from', '=', windowFrom)
    .where('lesson', '=', lesson)
    .execute();
}
