import type { Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { dayDone } from '#domain/progress/day-done.ts';
import { civilDateOf, type CivilDate } from '#domain/time/civil-date.ts';
import { beginEdition } from './begin-module.ts';
import { findFollowed, followedKey } from './followed-version.ts';
import type { Gift, LessonOfWindow } from './gift.ts';
import { findCompletionId } from './queries.ts';
import { recordCompletionWhenDue } from './record-completion-when-due.ts';
import { writeLessonRead } from './write-lesson-read.ts';
import { hasBegun, windowOf } from './window-queries.ts';

export interface LessonsGiven {
  code: string;
  /** Slugs; one that the edition of a person does not have counts for nothing there. */
  lessons: readonly string[];
  personIds: readonly string[];
  /** The day they were given. */
  on: CivilDate;
}

/**
 * Counts lessons that were given in person, in the edition that each person follows and the window of that day: they stand as read, like any other, and
 * complete the module for whoever had nothing else left. Returns what each person was given.
 */
export async function countLessonsGiven(
  trx: Transaction<Database>,
  act: Act,
  { personIds, ...given }: LessonsGiven,
): Promise<Gift[]> {
  const gifts: Gift[] = [];
  for (const personId of personIds) gifts.push(await countFor(trx, { ...act, by: personId }, personId, given));
  return gifts;
}

async function countFor(
  trx: Transaction<Database>,
  learnersAct: Act,
  personId: string,
  { code, lessons, on }: Omit<LessonsGiven, 'personIds'>,
): Promise<Gift> {
  const followed = await findFollowed(trx, personId, { code, today: civilDateOf(learnersAct.at) });
  if (!followed) return { personId, completionId: null, lessons: [] };
  const { version, learner } = followed;
  const window = windowOf(learner, version.edition, on);
  const key = followedKey(personId, { version, window });
  if (!(await hasBegun(trx, key))) await beginEdition(trx, learnersAct, { version, window });
  const marked: LessonOfWindow[] = [];
  for (const { slug } of version.module.lessons)
    if (lessons.includes(slug) && (await writeLessonRead(trx, learnersAct, key, slug)))
      marked.push({ edition: version.edition, windowFrom: window.from, lesson: slug });
  const wasCompleted = (await findCompletionId(trx, key)) !== null;
  const completionId = await recordCompletionWhenDue(
    trx,
    learnersAct,
    { ...key, versionId: version.id },
    (progress, all) => dayDone(progress, all, { on, lessons: marked.map(({ lesson }) => lesson) }),
  );
  return { personId, completionId: wasCompleted ? null : completionId, lessons: marked };
}
