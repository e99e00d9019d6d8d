import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { findLiveVersion } from '#features/publishing/versions.ts';

export interface LessonGiven {
  slug: string;
  number: number;
  title: string;
}

/** The lessons that a training in person counts for, as the live module says: null for the whole module. */
export async function listLessonsGivenInPerson(db: Kysely<Database>, code: string): Promise<LessonGiven[] | null> {
  const version = await findLiveVersion(db, code);
  return listLessons(db, code, version?.module.givenInPerson ?? null);
}

/** These lessons as the live module shows them, but those it has no more; null for null, which is the whole module. */
export async function listLessons(
  db: Kysely<Database>,
  code: string,
  slugs: readonly string[] | null,
): Promise<LessonGiven[] | null> {
  if (slugs === null) return null;
  const version = await findLiveVersion(db, code);
  const lessons = version?.module.lessons ?? [];
  return lessons.filter(({ slug }) => slugs.includes(slug)).map(({ slug, number, title }) => ({ slug, number, title }));
}
