import type { Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { beginEdition } from './begin-module.ts';
import { findFollowed } from './followed-version.ts';
import { findCompletionId } from './queries.ts';
import { recordCompletionWhenDue } from './record-completion-when-due.ts';
import { writeLessonRead } from './write-lesson-read.ts';

export interface LessonsGiven {
  code: string;
  /** Slugs; one that the edition of a person does not have counts for nothing there. */
  lessons: readonly string[];
  personIds: readonly string[];
}

/**
 * Counts lessons that were given in person, in the edition that each person follows: they stand as read, like any other, and
 * complete the module for whoever had nothing else left. Returns how many completions are new.
 */
export async function countLessonsGiven(
  trx: Transaction<Database>,
  act: Act,
  { code, lessons, personIds }: LessonsGiven,
): Promise<number> {
  let completed = 0;
  for (const personId of personIds)
    if (await countFor(trx, { ...act, by: personId }, personId, code, lessons)) completed += 1;
  return completed;
}

/** True when it gave a completion that was not there. */
async function countFor(
  trx: Transaction<Database>,
  learnersAct: Act,
  personId: string,
  code: string,
  lessons: readonly string[],
): Promise<boolean> {
  const followed = await findFollowed(trx, personId, code);
  if (!followed) return false;
  const { version, isBegun } = followed;
  const key = { personId, moduleId: version.moduleId, edition: version.edition };
  if (!isBegun) await beginEdition(trx, learnersAct, version);
  for (const { slug } of version.module.lessons)
    if (lessons.includes(slug)) await writeLessonRead(trx, learnersAct, version, slug);
  const wasCompleted = (await findCompletionId(trx, key)) !== null;
  const completionId = await recordCompletionWhenDue(trx, learnersAct, { ...key, versionId: version.id });
  return !wasCompleted && completionId !== null;
}
