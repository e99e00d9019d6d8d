import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { civilDateOf } from '#domain/time/civil-date.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import type { Reading } from './blocks/detail.ts';
import { findBegun, type NotFollowing } from './followed-version.ts';
import { learnerOf } from './learner-of.ts';

export type ChooseReadingResult = { outcome: 'chosen'; number: number } | { outcome: 'no-such-lesson' } | NotFollowing;

/** Keeps how a person reads a lesson that begins with a warning; the same choice again changes nothing, another replaces it. */
export async function chooseReading(
  db: Kysely<Database>,
  act: Act,
  { code, lesson: slug, edition, reading }: { code: string; lesson: string; edition: number; reading: Reading },
): Promise<ChooseReadingResult> {
  const personId = learnerOf(act);
  return inTransaction(db, async (trx) => {
    const found = await findBegun(trx, personId, { code, edition, today: civilDateOf(act.at) });
    if (found.outcome !== 'begun') return found;
    const lesson = found.version.module.lessons.find((known) => known.slug === slug);
    if (!lesson) return { outcome: 'no-such-lesson' };
    await trx
      .insertInto('lesson_reading')
      .values({
        person_id: personId,
        module_id: found.version.moduleId,
        edition,
        window_from: found.window.from,
        lesson: slug,
        reading,
        chosen_at: act.at,
      })
      .onConflict((conflict) =>
        conflict
          .columns(['person_id', 'module_id', 'edition', 'window_from', 'lesson'])
          .doUpdateSet({ reading, chosen_at: act.at })
          .where('lesson_reading.reading', '!=', reading),
      )
      .execute();
    return { outcome: 'chosen', number: lesson.number };
  });
}
