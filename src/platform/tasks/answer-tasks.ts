import type { MessagePort } from 'node:worker_threads';
import { fixedClock, systemClock } from '../clock.ts';
import type { Config } from '../config.ts';
import { openDatabase, openReader } from '../db/open-database.ts';
import { keeper } from './keeper.ts';
import type { FromWorker, ToWorker } from './messages.ts';
import { TaskCancelled, type Task, type TaskContext } from './task.ts';

/** How long nothing has run before a worker gives back what its tasks have used. */
const REST_IN_MS = 500;

/** The worker's side: runs what is asked through the port, and says how it ends. */
export function answerTasks(port: MessagePort, config: Config, tasks: readonly Task<never, unknown>[]): void {
  const byName = new Map(tasks.map((task) => [task.name, task]));
  const keep = keeper();
  const readers = new Map<string, (isWanted: boolean) => void>();
  const tidying = tidyAtRest();
  const say = (message: FromWorker) => port.postMessage(message);

  port.on('message', (message: ToWorker) => {
    if (message.kind === 'start') void run(message.id, message.task, message.input);
    else readers.get(message.id)?.(message.kind === 'more');
  });

  async function run(id: string, name: string, input: unknown): Promise<void> {
    try {
      const task = byName.get(name);
      if (!task) throw new Error(`no task is named ${name}`);
      say({ kind: 'done', id, output: await task.run(input as never, contextOf(id)) });
    } catch (error) {
      const { message, stack = message } = error instanceof Error ? error : new Error(String(error));
      say({ kind: 'failed', id, message, stack });
    } finally {
      readers.delete(id);
      tidying?.refresh();
    }
  }

  function contextOf(id: string): TaskContext {
    return {
      config,
      clock: config.fixedNow ? fixedClock(config.fixedNow) : systemClock,
      openReader: () => openReader(config.databaseFile),
      openWriter: () => openDatabase(config.databaseFile, { cacheInMib: 16 }),
      keep,
      progress: (share) => say({ kind: 'progress', id, share }),
      emit(chunk) {
        say({ kind: 'chunk', id, chunk });
        return new Promise((resolve, reject) =>
          readers.set(id, (isWanted) => (isWanted ? resolve() : reject(new TaskCancelled()))),
        );
      },
    };
  }
}

/** Gives back, once nothing has run for a while, what would lie there until the next task; where the process allows it. */
function tidyAtRest(): NodeJS.Timeout | undefined {
  const { gc } = globalThis;
  return gc && setTimeout(() => void gc(), REST_IN_MS).unref();
}
