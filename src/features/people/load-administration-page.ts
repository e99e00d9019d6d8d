import type { CivilDate } from '#domain/time/civil-date.ts';
import type { TaskRunner } from '#platform/tasks/task.ts';
import type { FoundPerson } from './find-people-queries.ts';
import type { AdministrationQueryValues } from './forms.ts';
import { administrationTask, type AdministrationFigures } from './tasks/administration-task.ts';
import { findPeopleTask } from './tasks/find-people-task.ts';

export const UNITS_PER_PAGE = 100;

export interface AdministrationPage extends AdministrationFigures {
  query: AdministrationQueryValues;
  /** Null when nobody is searched for. */
  found: { people: FoundPerson[]; hasMore: boolean } | null;
}

/** One page of the units with their people and managers, on a day; and the people that a search names. */
export async function loadAdministrationPage(
  tasks: TaskRunner,
  { on, query }: { on: CivilDate; query: AdministrationQueryValues },
): Promise<AdministrationPage> {
  const offset = (query.page - 1) * UNITS_PER_PAGE;
  const asked = { on, search: query.unite, limit: UNITS_PER_PAGE, offset };
  return {
    ...(await tasks.run(administrationTask, asked)),
    query,
    found: query.recherche === '' ? null : await tasks.run(findPeopleTask, { search: query.recherche }),
  };
}
