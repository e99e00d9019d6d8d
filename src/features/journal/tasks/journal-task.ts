import type { Task } from '#platform/tasks/task.ts';
import { countDeeds, listDeeds, type DeedFilter } from '../queries.ts';
import { tellDeeds, type ToldDeed } from '../tell-deeds.ts';

export interface JournalRequest {
  filter: DeedFilter;
  isOldestFirst: boolean;
  limit: number;
  offset: number;
}

/** One page of the journal: in a large organisation it has millions of lines, and a filter reads them all. */
export const journalTask: Task<JournalRequest, { deeds: ToldDeed[]; count: number }> = {
  name: 'journal/list',
  lane: 'figures',
  async run({ filter, ...page }, context) {
    const reader = context.keep('journal: reader', () => context.openReader());
    const count = await countDeeds(reader, filter);
    const lines = await listDeeds(reader, filter, page);
    return { deeds: await tellDeeds(reader, lines), count };
  },
};
