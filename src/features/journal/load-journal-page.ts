import type { TaskRunner } from '#platform/tasks/task.ts';
import { deedFilterOf } from './deed-filter.ts';
import type { JournalQueryValues } from './forms.ts';
import { journalTask } from './tasks/journal-task.ts';
import type { ToldDeed } from './tell-deeds.ts';

export const DEEDS_PER_PAGE = 100;

export interface JournalPage {
  deeds: ToldDeed[];
  count: number;
  query: JournalQueryValues;
  hasFilter: boolean;
}

/**
 * One page of the journal.
 * @param personIds those whom the address asks about; null for everybody
 */
export async function loadJournalPage(
  tasks: TaskRunner,
  query: JournalQueryValues,
  personIds: string[] | null,
): Promise<JournalPage> {
  const { famille, du, au, tri, page } = query;
  const { deeds, count } = await tasks.run(journalTask, {
    filter: deedFilterOf(query, personIds),
    isOldestFirst: tri === 'quand',
    limit: DEEDS_PER_PAGE,
    offset: (page - 1) * DEEDS_PER_PAGE,
  });
  return { deeds, count, query, hasFilter: famille !== null || personIds !== null || du !== null || au !== null };
}
