import type { Task } from '#platform/tasks/task.ts';
import { figuresOfUnit, unitsOn } from '../columns/day-figures.ts';
import type { SealedUnit } from '../seal-queries.ts';
import type { Situation } from '../situation.ts';
import { readFigures } from './read-figures.ts';

/** The counts of every unit on a day, by their codes: what a seal keeps. */
export const everyUnitTask: Task<Situation, SealedUnit[]> = {
  name: 'follow-up/every-unit',
  lane: 'figures',
  async run(situation, context) {
    const { facts, day } = await readFigures(context, situation, true);
    const units = unitsOn(facts, day);
    const codeOf = new Map(units.map(({ unitId, code }) => [unitId, code]));
    return units
      .map(({ code, name, parentId }, place) => ({
        code,
        name,
        parentCode: parentId === null ? null : (codeOf.get(parentId) ?? null),
        counts: figuresOfUnit(day, place).counts,
      }))
      .sort((one, other) => (one.code < other.code ? -1 : Number(one.code > other.code)));
  },
};
