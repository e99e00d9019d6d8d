import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { civilDateOf } from '#domain/time/civil-date.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { findBegun, type NotFollowing } from './followed-version.ts';
import { learnerOf } from './learner-of.ts';

export type MoveToLessonResult =
  { outcome: 'moved' | 'already-there'; number: number } | { outcome: 'no-such-lesson' } | NotFollowing;

/** Keeps the person's place at a lesson, where « Reprendre » leads on any device. */
export async function moveToLesson(
  db: Kysely<Database>,
  act: Act,
  { code, lesson: slug, edition }: { code: string; lesson: string; edition?: number | undefined },
): Promise<MoveToLessonResult> {
  const personId = learnerOf(act);
  return inTransaction(db, async (trx) => {
    const found = await findBegun(trx, personId, { code, edition, today: civilDateOf(act.at) });
    if (found.outcome !== 'begun') return found;
    const lesson = found.version.module.lessons.find((known) => known.slug === slug);
    if (!lesson) return { outcome: 'no-such-lesson' };
    if (found.learner.place?.lesson === slug) return { outcome: 'already-there', number: lesson.number };

    await trx
      .updateTable('place')
      .set({ lesson: slug, anchor: null, moved_at: act.at })
      .where('person_id', '=', personId)
      .where('module_id', '=', found.version.moduleId)
      .execute();
    return { outcome: 'moved', number: lesson.number };
  });
}
