import type { AskedList } from '#platform/lists/list-export.ts';
import { writeList, type ListFormat } from '#platform/lists/write-list.ts';
import type { Task } from '#platform/tasks/task.ts';
import { findList } from '../lists.ts';

/** Writes a list to whoever reads it. */
export const listTask: Task<{ asked: AskedList; format: ListFormat }, void> = {
  name: 'exports/list',
  lane: 'long',
  async run({ asked, format }, context) {
    const document = findList(asked.name)!.document(asked, () => context.openReader());
    await writeList(document, format, context.emit);
  },
};
