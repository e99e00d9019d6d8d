import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { isLate } from '#domain/obligation/lateness.ts';
import { addDays } from '#domain/time/civil-date.ts';
import { personStanding, placesUnder } from './columns/select-people.ts';
import { listCompletedVersions, type CompletedVersion } from './person-facts-queries.ts';
import type { PersonStanding } from './person-standing.ts';
import type { Situation, Unit } from './situation.ts';
import type { Figures } from './tasks/read-figures.ts';

/** A person as the list and the file show them. */
export interface PersonLine extends PersonStanding {
  isLate: boolean;
  /** Where they were on the day, among the units looked at. */
  units: Pick<Unit, 'code' | 'name'>[];
  /** Of those who are done, what they completed. */
  versions: CompletedVersion[];
}

/** Makes lines of people under a unit, some of `all` at a time: where they stand, their units, and of those who are done the versions. */
export function personLinesUnder({ facts, day }: Figures, situation: Situation, rootId: string, all: Int32Array) {
  const placesOf = placesUnder(facts, day, [rootId], all);
  const { programme } = situation;
  const lastDay = addDays(programme.deadline, programme.graceDays);
  return async (reader: Kysely<Database>, places: Int32Array): Promise<PersonLine[]> => {
    const people = Array.from(places, (place) => ({ ...personStanding(facts, day, place), units: placesOf(place) }));
    const done = people.filter(({ standing }) => standing?.state === 'done').map(({ personId }) => personId);
    const versions = await listCompletedVersions(reader, situation, done);
    return people.map((person) => ({
      ...person,
      isLate: person.standing !== null && isLate(person.standing.state, situation.day, lastDay),
      versions: versions.get(person.personId) ?? [],
    }));
  };
}
