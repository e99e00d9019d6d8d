import type { Task } from '#platform/tasks/task.ts';
import { findPeople } from '../find-people.ts';
import type { FoundPerson } from '../find-people-queries.ts';

/** The people whom a text names, looked for away from the event loop: in a large organisation every name is read. */
export const findPeopleTask: Task<{ search: string }, { people: FoundPerson[]; hasMore: boolean }> = {
  name: 'people/find',
  lane: 'figures',
  async run({ search }, context) {
    return findPeople(
      context.keep('people: reader', () => context.openReader()),
      search,
    );
  },
};
