import type { Task } from '#platform/tasks/task.ts';
import { countPeopleBelow, listPeopleBelow, type PeopleFilter, type PersonLine } from '../queries.ts';

/** One page of the people of a unit and of all below it: of a large one, every name is put in order. */
export const unitPeopleTask: Task<
  { filter: PeopleFilter; limit: number; offset: number },
  { people: PersonLine[]; count: number }
> = {
  name: 'people/of-unit',
  lane: 'figures',
  async run({ filter, limit, offset }, context) {
    const reader = context.keep('people: reader', () => context.openReader());
    return {
      people: await listPeopleBelow(reader, filter, { limit, offset }),
      count: await countPeopleBelow(reader, filter),
    };
  },
};
