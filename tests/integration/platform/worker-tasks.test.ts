import { resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readConfig } from '#platform/config.ts';
import { silentLog } from '#platform/log.ts';
import { workerTasks } from '#platform/tasks/worker-tasks.ts';
import { THREAD_TASKS } from '#tests/support/thread-worker.ts';

const WORKER = resolve('tests/support/thread-worker.ts');

function tasksResting(restInMs?: number) {
  const tasks = workerTasks(WORKER, readConfig({}), silentLog, restInMs);
  onTestFinished(() => tasks.close());
  return { figures: () => tasks.run(THREAD_TASKS.figures, null), long: () => tasks.run(THREAD_TASKS.long, null) };
}

test('the worker of long tasks ends once it has rested, and another is started when one is needed', async () => {
  const { figures, long } = tasksResting(0);
  const [pages, first] = [await figures(), await long()];
  await expect.poll(long).not.toBe(first);
  expect(await figures()).toBe(pages);
});

test('long tasks that follow each other share a worker', async () => {
  const { long } = tasksResting();
  const first = await long();
  expect(await Promise.all([long(), long()])).toEqual([first, first]);
});
