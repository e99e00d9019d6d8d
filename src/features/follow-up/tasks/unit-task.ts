import type { Task } from '#platform/tasks/task.ts';
import { arrangeTree, type UnitRow } from '../arrange-tree.ts';
import { figuresOfUnit, unitsOn } from '../columns/day-figures.ts';
import { selectPeople } from '../columns/select-people.ts';
import type { PeopleSort, UnitSort } from '../forms.ts';
import { personLinesUnder, type PersonLine } from '../person-line.ts';
import type { PeopleFilter } from '../person-standing.ts';
import type { Situation, Unit } from '../situation.ts';
import { readFigures, type ReadingTime } from './read-figures.ts';

export interface UnitRequest {
  situation: Situation;
  unit: Unit;
  unitSort: UnitSort;
  filter: PeopleFilter;
  sort: PeopleSort;
  /** From 1. */
  page: number;
  perPage: number;
}

export interface UnitAnswer extends ReadingTime {
  unit: UnitRow;
  children: UnitRow[];
  people: PersonLine[];
  peopleCount: number;
  /** The page shown: the first one when the page asked for is beyond the last. */
  page: number;
  /** The rank groups and jobs of the installation, for the filter. */
  rankGroups: string[];
  jobs: string[];
}

/** A unit with its figures, its sub-units and one page of its people. */
export const unitTask: Task<UnitRequest, UnitAnswer> = {
  name: 'follow-up/unit',
  lane: 'figures',
  async run({ situation, unit, unitSort, filter, sort, page, perPage }, context) {
    const read = await readFigures(context, situation);
    const { facts, day, reader, readAt, isStale } = read;
    const figuresOf = (unitId: string) => figuresOfUnit(day, facts.organisation.placeOfUnit.get(unitId)!);
    const [top, ...children] = arrangeTree(unitsOn(facts, day), figuresOf, unit.unitId, { sort: unitSort, levels: 2 });
    const selected = selectPeople(facts, day, [unit.unitId], filter, sort);
    const shown = (page - 1) * perPage < selected.length ? page : 1;
    const places = selected.subarray((shown - 1) * perPage, shown * perPage);
    return {
      unit: top!,
      children,
      people: await personLinesUnder(read, situation, unit.unitId, places)(reader, places),
      peopleCount: selected.length,
      page: shown,
      rankGroups: facts.organisation.rankGroups,
      jobs: facts.organisation.jobs,
      readAt,
      isStale,
    };
  },
};
