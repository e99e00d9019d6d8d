import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { countPeopleBelow, findUnitName, listPeopleBelow, type PersonLine } from './queries.ts';

export const PEOPLE_PER_PAGE = 50;

export interface UnitPeoplePage {
  unit: { code: string; name: string };
  search: string;
  people: PersonLine[];
  count: number;
  pageNumber: number;
}

/** One page of the people of a unit and of all below it; null when there is no such unit. */
export async function loadUnitPeoplePage(
  db: Kysely<Database>,
  query: { unitCode: string; on: CivilDate; search: string; pageNumber: number },
): Promise<UnitPeoplePage | null> {
  const name = await findUnitName(db, query.unitCode);
  if (name === null) return null;
  const offset = (query.pageNumber - 1) * PEOPLE_PER_PAGE;
  const count = await countPeopleBelow(db, query);
  return {
    unit: { code: query.unitCode, name },
    search: query.search,
    people: await listPeopleBelow(db, query, { limit: PEOPLE_PER_PAGE, offset }),
    count,
    pageNumber: query.pageNumber,
  };
}
