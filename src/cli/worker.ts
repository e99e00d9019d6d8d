import { parentPort, workerData } from 'node:worker_threads';
import type { Config } from '#platform/config.ts';
import { answerTasks } from '#platform/tasks/answer-tasks.ts';
import { TASKS } from './tasks.ts';

answerTasks(parentPort!, workerData as Config, TASKS);
