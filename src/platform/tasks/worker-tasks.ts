import { Worker, type ResourceLimits } from 'node:worker_threads';
import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import { newId } from '../ids.ts';
import type { FromWorker, ToWorker } from './messages.ts';
import { streamOf } from './stream-of.ts';
import { TaskCancelled, type Task, type TaskLane, type TaskRunner } from './task.ts';

/** Keeps the garbage of reading a large organisation small; long tasks go through far more data than they hold. */
const MEMORY: Record<TaskLane, ResourceLimits> = {
  figures: { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 1024 },
  long: { maxYoungGenerationSizeMb: 12, maxOldGenerationSizeMb: 320 },
};

interface Hearing {
  onProgress(share: number): void;
  onChunk(chunk: Uint8Array): void;
}

interface Waiting extends Hearing {
  resolve(output: unknown): void;
  reject(error: Error): void;
}

interface Lane {
  worker: Worker;
  waiting: Map<string, Waiting>;
  /** Called when nothing waits any more. */
  rest(): void;
}

/**
 * The worker of long tasks keeps nothing, and ends after this rest: what they needed goes back to the machine, before the
 * follow-up reads what an import has changed. What comes at once still finds it ready.
 */
const REST_IN_MS = 1000;

/**
 * Runs tasks in worker threads, one for each lane, started when first needed and again after a crash.
 * @param entry the module a worker runs: it answers with `answerTasks`
 * @param log for what fails when nobody can be told any more
 */
export function workerTasks(entry: string, config: Config, log: Log, restInMs = REST_IN_MS): TaskRunner {
  const lanes = new Map<TaskLane, Lane>();
  const start = <Input, Output>(task: Task<Input, Output>, input: Input, hear: Hearing) => {
    const worker = () => new Worker(entry, { workerData: config, resourceLimits: MEMORY[task.lane] });
    return startTask(laneOf(lanes, task.lane, worker, restInMs), task, input, hear);
  };
  return {
    run: (task, input, onProgress = () => {}) => start(task, input, { onProgress, onChunk: () => {} }).output,
    stream: <Input>(task: Task<Input, void>, input: Input) =>
      streamOf(async (emit) => {
        let isGone = false;
        const onChunk = (chunk: Uint8Array) =>
          void emit(chunk).then(
            () => post({ kind: 'more', id }),
            () => {
              isGone = true;
              post({ kind: 'cancel', id });
            },
          );
        const { id, output, post } = start(task, input, { onProgress: () => {}, onChunk });
        await output.catch((error: unknown) => {
          // The status has long been sent: the reader is cut off, and only the log says why.
          if (!isGone) log.error('stream-failed', error, { task: task.name });
          throw error;
        });
      }),
    async close() {
      const closing = [...lanes.values()];
      lanes.clear();
      // Whoever still waits has gone with the server: nothing failed.
      for (const { waiting } of closing) for (const { reject } of waiting.values()) reject(new TaskCancelled());
      const ended = closing.map(({ worker }) => worker.terminate());
      await Promise.all(ended);
    },
  };
}

function laneOf(lanes: Map<TaskLane, Lane>, name: TaskLane, startWorker: () => Worker, restInMs: number): Lane {
  const known = lanes.get(name);
  if (known) return known;
  const worker = startWorker();
  let end: NodeJS.Timeout | undefined;
  const lane: Lane = {
    worker,
    waiting: new Map(),
    rest() {
      clearTimeout(end);
      worker.unref();
      if (name === 'figures') return;
      end = setTimeout(() => {
        if (lane.waiting.size > 0 || lanes.get(name) !== lane) return;
        lanes.delete(name);
        void worker.terminate();
      }, restInMs).unref();
    },
  };
  lanes.set(name, lane);
  lane.worker.on('message', (message: FromWorker) => deliver(lane, message));
  const fail = (error: Error) => {
    if (lanes.get(name) === lane) lanes.delete(name);
    for (const waiting of lane.waiting.values()) waiting.reject(error);
    lane.waiting.clear();
  };
  lane.worker.on('error', fail);
  lane.worker.on('exit', () => fail(new Error(`the worker of ${name} tasks has ended`)));
  return lane;
}

function startTask<Input, Output>(lane: Lane, task: Task<Input, Output>, input: Input, hear: Hearing) {
  const id = newId();
  const output = new Promise<Output>((resolve, reject) => {
    // A command would end before its task does: nothing else holds its process.
    lane.worker.ref();
    lane.waiting.set(id, { resolve: resolve as (output: unknown) => void, reject, ...hear });
  });
  const post = (message: ToWorker) => lane.worker.postMessage(message);
  post({ kind: 'start', id, task: task.name, input });
  return { id, output, post };
}

function deliver(lane: Lane, message: FromWorker): void {
  const waiting = lane.waiting.get(message.id);
  if (!waiting) return;
  if (message.kind === 'progress') return waiting.onProgress(message.share);
  if (message.kind === 'chunk') return waiting.onChunk(message.chunk);
  lane.waiting.delete(message.id);
  if (lane.waiting.size === 0) lane.rest();
  if (message.kind === 'done') waiting.resolve(message.output);
  else waiting.reject(Object.assign(new Error(message.message), { stack: message.stack }));
}
