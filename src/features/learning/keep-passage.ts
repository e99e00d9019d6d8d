import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { civilDateOf } from '#domain/time/civil-date.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { findBegun, type NotFollowing } from './followed-version.ts';
import { learnerOf } from './learner-of.ts';

export type KeepPassageResult =
  | { outcome: 'kept'; number: number }
  /** The person's place is at another lesson: what an older tab says of this one is late. */
  | { outcome: 'elsewhere' }
  | NotFollowing;

/** Keeps the passage of the lesson where the person's place is, so that « Reprendre » leads to it; the same passage again changes nothing. */
export async function keepPassage(
  db: Kysely<Database>,
  act: Act,
  { code, lesson: slug, edition, anchor }: { code: string; lesson: string; edition: number; anchor: string },
): Promise<KeepPassageResult> {
  const personId = learnerOf(act);
  return inTransaction(db, async (trx) => {
    const found = await findBegun(trx, personId, { code, edition, today: civilDateOf(act.at) });
    if (found.outcome !== 'begun') return found;
    const lesson = found.version.module.lessons.find((known) => known.slug === slug);
    const { place } = found.learner;
    if (!lesson || place?.lesson !== slug) return { outcome: 'elsewhere' };
    if (place.anchor === anchor) return { outcome: 'kept', number: lesson.number };
    await trx
      .updateTable('place')
      .set({ anchor, moved_at: act.at })
      .where('person_id', '=', personId)
      .where('module_id', '=', found.version.moduleId)
      .execute();
    return { outcome: 'kept', number: lesson.number };
  });
}
