import type { Task } from '#platform/tasks/task.ts';

/** Everything that may run in a worker. */
export const TASKS: readonly Task<never, unknown>[] = [];
