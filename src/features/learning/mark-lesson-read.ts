import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { civilDateOf } from '#domain/time/civil-date.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { beginEdition } from './begin-module.ts';
import { findFollowed, followedKey } from './followed-version.ts';
import { learnerOf } from './learner-of.ts';
import { recordCompletionWhenDue } from './record-completion-when-due.ts';
import { writeLessonRead } from './write-lesson-read.ts';

export interface LessonToMark {
  code: string;
  /** The lesson's slug. */
  lesson: string;
  /** The edition that the page showed; the one the person follows when left out. */
  edition?: number | undefined;
}

export type MarkLessonReadResult =
  | { outcome: 'read'; number: number; completionId: string | null }
  | { outcome: 'no-such-lesson' }
  | { outcome: 'other-edition' };

/** Marks a lesson as read, which begins the module when needed and completes it when nothing else is missing. */
export async function markLessonRead(
  db: Kysely<Database>,
  act: Act,
  { code, lesson: slug, edition }: LessonToMark,
): Promise<MarkLessonReadResult> {
  const personId = learnerOf(act);
  return inTransaction(db, async (trx) => {
    const followed = await findFollowed(trx, personId, { code, today: civilDateOf(act.at) });
    const lesson = followed?.version.module.lessons.find((known) => known.slug === slug);
    if (!followed || !lesson) return { outcome: 'no-such-lesson' };
    const { version } = followed;
    if (edition !== undefined && edition !== version.edition) return { outcome: 'other-edition' };

    if (!followed.isBegun) await beginEdition(trx, act, followed);
    const key = followedKey(personId, followed);
    await writeLessonRead(trx, act, key, slug);
    const completionId = await recordCompletionWhenDue(trx, act, { ...key, versionId: version.id });
    return { outcome: 'read', number: lesson.number, completionId };
  });
}
