import { selectPeople } from '#features/follow-up/columns/select-people.ts';
import type { PeopleFilter } from '#features/follow-up/person-standing.ts';
import type { Situation } from '#features/follow-up/situation.ts';
import { readFigures } from '#features/follow-up/tasks/read-figures.ts';
import type { Task } from '#platform/tasks/task.ts';

export interface PeopleRequest {
  situation: Situation;
  rootIds: string[];
  filter: PeopleFilter;
}

/** The ids of the people under some units that a filter keeps, in the order of their names, one a line: a text is copied at once. */
export const selectPeopleTask: Task<PeopleRequest, string> = {
  name: 'reminders/select-people',
  lane: 'figures',
  async run({ situation, rootIds, filter }, context) {
    const { facts, day } = await readFigures(context, situation, true);
    const places = selectPeople(facts, day, rootIds, filter, 'nom');
    return Array.from(places, (place) => facts.organisation.people[place]!.personId).join('\n');
  },
};
