import { parentPort, threadId, workerData } from 'node:worker_threads';
import type { Config } from '#platform/config.ts';
import { answerTasks } from '#platform/tasks/answer-tasks.ts';
import type { Task, TaskLane } from '#platform/tasks/task.ts';

const threadTask = (lane: TaskLane): Task<null, number> => ({
  name: `thread/${lane}`,
  lane,
  run: () => Promise.resolve(threadId),
});

/** Say which thread they run in: what a test asks to know whether it is still the same one. */
export const THREAD_TASKS = { figures: threadTask('figures'), long: threadTask('long') };

if (parentPort) answerTasks(parentPort, workerData as Config, Object.values(THREAD_TASKS));
