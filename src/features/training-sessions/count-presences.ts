import type { Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { completeLiveEdition } from '#features/learning/complete-edition.ts';
import { countLessonsGiven } from '#features/learning/count-lessons-given.ts';
import { keepGifts } from './gift-queries.ts';

interface Presences {
  sessionId: string;
  moduleCode: string;
  /** The day of the session: what it gives was done that day. */
  heldOn: CivilDate;
  /** Slugs of the lessons that a presence counts for; null for the whole module. */
  countedLessons: readonly string[] | null;
  personIds: readonly string[];
}

/**
 * Gives those who attended what the session gives, the module or some of its lessons, and keeps with each presence what it
 * gave. Returns how many completions are new.
 */
export async function countPresences(
  trx: Transaction<Database>,
  act: Act,
  { sessionId, moduleCode: code, heldOn, countedLessons: lessons, personIds }: Presences,
): Promise<number> {
  const gifts =
    lessons === null
      ? await completeLiveEdition(trx, act, { code, personIds, doneOn: heldOn })
      : await countLessonsGiven(trx, act, { code, lessons, personIds, on: heldOn });
  if (gifts === null) throw new Error(`nothing of ${code} is published`);
  await keepGifts(trx, sessionId, gifts);
  return gifts.filter(({ completionId }) => completionId !== null).length;
}
