import type { Task } from '#platform/tasks/task.ts';
import { sweepStore } from '../sweep-store.ts';

/** Frees what no package needs any more; in a worker, since a store may hold a hundred thousand files. */
export const sweepTask: Task<{ now: number }, number> = {
  name: 'packages/sweep',
  lane: 'long',
  async run({ now }, context) {
    const reader = context.openReader();
    try {
      return await sweepStore(reader, context.config.dataFolder, now);
    } finally {
      await reader.destroy();
    }
  },
};
