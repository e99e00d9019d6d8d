import type { CivilDate } from '#domain/time/civil-date.ts';
import type { Task } from '#platform/tasks/task.ts';
import { countMemberships, countUnits, listUnitLines, type UnitLine } from '../unit-line-queries.ts';

export interface AdministrationRequest {
  on: CivilDate;
  /** Words of the name or of the code of a unit; blank for every unit. */
  search: string;
  limit: number;
  offset: number;
}

export interface AdministrationFigures {
  units: UnitLine[];
  /** Units that the search finds, on all pages. */
  unitCount: number;
  membershipCount: number;
}

/** One page of the units: in a large organisation thousands are put in order, and every membership is counted. */
export const administrationTask: Task<AdministrationRequest, AdministrationFigures> = {
  name: 'people/administration',
  lane: 'figures',
  async run({ on, search, limit, offset }, context) {
    const reader = context.keep('people: reader', () => context.openReader());
    return {
      units: await listUnitLines(reader, { on, search }, { limit, offset }),
      unitCount: await countUnits(reader, search),
      membershipCount: await countMemberships(reader, on),
    };
  },
};
