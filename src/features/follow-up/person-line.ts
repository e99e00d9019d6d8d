import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { isLate } from '#domain/obligation/lateness.ts';
import type { PersonStanding } from './people-queries.ts';
import { listCompletedVersions, listPlaces, type CompletedVersion } from './person-facts-queries.ts';
import type { Situation, Unit } from './situation.ts';

/** A person as the list and the file show them. */
export interface PersonLine extends PersonStanding {
  isLate: boolean;
  /** Where they were on the day, among the units looked at. */
  units: Pick<Unit, 'code' | 'name'>[];
  /** Of those who are done, what they completed. */
  versions: CompletedVersion[];
}

/** Adds to each person their units and, when they are done, the versions they completed. */
export async function loadPersonLines(
  db: Kysely<Database>,
  situation: Situation,
  root: Unit,
  people: readonly PersonStanding[],
): Promise<PersonLine[]> {
  const ids = people.map(({ personId }) => personId);
  const done = people.filter(({ standing }) => standing?.state === 'done').map(({ personId }) => personId);
  const places = await listPlaces(db, situation.day, [root.unitId], ids);
  const versions = await listCompletedVersions(db, situation, done);
  const { day, programme } = situation;
  return people.map((person) => ({
    ...person,
    isLate: person.standing !== null && isLate(person.standing.state, day, programme.deadline),
    units: places.get(person.personId) ?? [],
    versions: versions.get(person.personId) ?? [],
  }));
}
