import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';

/**
 * Which worker a task runs in. `figures` answers pages and keeps what it has computed; `long` is for imports and
 * exports, which may last and must delay no page.
 */
export type TaskLane = 'figures' | 'long';

/** What a task works with, wherever it runs. */
export interface TaskContext {
  config: Config;
  clock: Clock;
  /** A read-only connection of the task's own, destroyed when it ends. */
  openReader(): Kysely<Database>;
  /** A connection for the one write transaction of an import; the task destroys it. */
  openWriter(): Kysely<Database>;
  /** What tasks of this worker keep from one run to the next, by name; made when first asked for. */
  keep<Kept>(name: string, make: () => Kept): Kept;
  /** Says how far it has come, from 0 to 1. */
  progress(share: number): void;
  /** Hands over a piece of a file; waits while nobody reads. Throws TaskCancelled once the reader has gone. */
  emit(chunk: Uint8Array): Promise<void>;
}

/** Work that would hold the event loop too long: named, with data in and data out, so that it can run in a worker. */
export interface Task<Input, Output> {
  name: string;
  lane: TaskLane;
  run(input: Input, context: TaskContext): Promise<Output>;
}

/** Whoever waited for the task has gone. */
export class TaskCancelled extends Error {}

/** Runs tasks. Inputs and outputs are copied, as messages are: plain data alone. */
export interface TaskRunner {
  run<Input, Output>(task: Task<Input, Output>, input: Input, onProgress?: (share: number) => void): Promise<Output>;
  /** What the task emits, at the pace of whoever reads. */
  stream<Input>(task: Task<Input, void>, input: Input): ReadableStream<Uint8Array>;
  close(): Promise<void>;
}
