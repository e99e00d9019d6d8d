import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { foldText } from '#platform/db/fold-text.ts';
import { findByKey, streamByName, type FoundPerson } from './find-people-queries.ts';
import { namePatterns } from './name-patterns.ts';

/** As many as are worth reading; beyond, one says more. */
export const FOUND_PEOPLE = 50;

/** The people whom a text names: by HR number, username or e-mail when it is one, else by words of their name. */
export async function findPeople(
  db: Kysely<Database>,
  search: string,
): Promise<{ people: FoundPerson[]; hasMore: boolean }> {
  const known = await findByKey(db, search);
  if (known.length > 0) return { people: known, hasMore: false };
  const words = foldText(search).split(' ').filter(Boolean);
  if (words.length === 0) return { people: [], hasMore: false };
  const people: FoundPerson[] = [];
  for await (const person of streamByName(db, namePatterns(words))) {
    const name = foldText(`${person.familyName} ${person.givenName}`);
    if (!words.every((word) => name.includes(word))) continue;
    if (people.length === FOUND_PEOPLE) return { people, hasMore: true };
    people.push(person);
  }
  return { people, hasMore: false };
}
