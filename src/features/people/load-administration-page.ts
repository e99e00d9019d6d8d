import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import type { TaskRunner } from '#platform/tasks/task.ts';
import type { FoundPerson } from './find-people-queries.ts';
import { listUnitLines, type UnitLine } from './queries.ts';
import { findPeopleTask } from './tasks/find-people-task.ts';

export interface AdministrationPage {
  units: UnitLine[];
  peopleCount: number;
  search: string;
  /** Null when nobody is searched for. */
  found: { people: FoundPerson[]; hasMore: boolean } | null;
}

/** Every unit with its people and managers, on a day; and the people that a search names. */
export async function loadAdministrationPage(
  { db, tasks }: { db: Kysely<Database>; tasks: TaskRunner },
  { on, search }: { on: CivilDate; search: string },
): Promise<AdministrationPage> {
  const units = await listUnitLines(db, on);
  return {
    units,
    peopleCount: units.reduce((total, unit) => total + unit.peopleCount, 0),
    search,
    found: search === '' ? null : await tasks.run(findPeopleTask, { search }),
  };
}
