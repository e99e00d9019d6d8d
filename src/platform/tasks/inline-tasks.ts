import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import { keeper } from './keeper.ts';
import { streamOf } from './stream-of.ts';
import type { Task, TaskContext, TaskRunner } from './task.ts';

interface Here {
  config: Config;
  clock: Clock;
  openReader(): Kysely<Database>;
  openWriter(): Kysely<Database>;
}

/** Runs tasks in this very process: for the command line, which has nobody to keep waiting, and for tests. */
export function inlineTasks(here: Here): TaskRunner {
  const keep = keeper();
  const contextOf = (given: Pick<TaskContext, 'progress' | 'emit'>): TaskContext => ({ ...here, keep, ...given });
  return {
    run: (task, input, onProgress = () => {}) =>
      task.run(input, contextOf({ progress: onProgress, emit: () => Promise.reject(new Error('nobody reads')) })),
    stream: <Input>(task: Task<Input, void>, input: Input) =>
      streamOf((emit) => task.run(input, contextOf({ progress: () => {}, emit }))),
    close: () => Promise.resolve(),
  };
}
