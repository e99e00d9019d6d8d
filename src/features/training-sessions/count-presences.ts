import type { Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { completeLiveEdition } from '#features/learning/complete-edition.ts';
import { countLessonsGiven } from '#features/learning/count-lessons-given.ts';

interface Presences {
  moduleCode: string;
  /** Slugs of the lessons that a presence counts for; null for the whole module. */
  countedLessons: readonly string[] | null;
  personIds: readonly string[];
}

/** Gives those who attended what the session gives: the module, or some of its lessons. Returns how many completions are new. */
export async function countPresences(
  trx: Transaction<Database>,
  act: Act,
  { moduleCode: code, countedLessons: lessons, personIds }: Presences,
): Promise<number> {
  if (lessons !== null) return countLessonsGiven(trx, act, { code, lessons, personIds });
  const completions = await completeLiveEdition(trx, act, { code, personIds });
  if (completions === null) throw new Error(`nothing of ${code} is published`);
  return completions;
}
