import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import type { TaskRunner } from '#platform/tasks/task.ts';
import { findUnitName, type PersonLine } from './queries.ts';
import { unitPeopleTask } from './tasks/unit-people-task.ts';

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
  { db, tasks }: { db: Kysely<Database>; tasks: TaskRunner },
  { unitCode, on, search, pageNumber }: { unitCode: string; on: CivilDate; search: string; pageNumber: number },
): Promise<UnitPeoplePage | null> {
  const name = await findUnitName(db, unitCode);
  if (name === null) return null;
  const offset = (pageNumber - 1) * PEOPLE_PER_PAGE;
  const filter = { unitCode, on, search };
  const shown = await tasks.run(unitPeopleTask, { filter, limit: PEOPLE_PER_PAGE, offset });
  return { unit: { code: unitCode, name }, search, pageNumber, ...shown };
}
