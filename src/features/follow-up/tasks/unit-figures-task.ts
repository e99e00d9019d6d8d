import type { Task } from '#platform/tasks/task.ts';
import { figuresOfUnit } from '../columns/day-figures.ts';
import type { Situation, UnitFigures } from '../situation.ts';
import { readFigures } from './read-figures.ts';

/** The figures of one unit, with all that is below it. */
export const unitFiguresTask: Task<{ situation: Situation; unitId: string }, UnitFigures> = {
  name: 'follow-up/unit-figures',
  lane: 'figures',
  async run({ situation, unitId }, context) {
    const { facts, day } = await readFigures(context, situation);
    return figuresOfUnit(day, facts.organisation.placeOfUnit.get(unitId)!);
  },
};
