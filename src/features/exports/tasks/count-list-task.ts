import type { AskedList } from '#platform/lists/list-export.ts';
import type { Task } from '#platform/tasks/task.ts';
import { findList } from '../lists.ts';

/** How many lines a list will have; null for one that is never long. */
export const countListTask: Task<AskedList, number | null> = {
  name: 'exports/count-list',
  lane: 'long',
  async run(asked, context) {
    return findList(asked.name)!.count(context.openReader(), asked);
  },
};
