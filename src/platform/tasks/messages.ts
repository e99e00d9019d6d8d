/** What goes to a worker: a task to run, « give me the next piece », « nobody reads any more ». */
export type ToWorker =
  | { kind: 'start'; id: string; task: string; input: unknown }
  | { kind: 'more'; id: string }
  | { kind: 'cancel'; id: string };

/** What comes back from it. */
export type FromWorker =
  | { kind: 'progress'; id: string; share: number }
  | { kind: 'chunk'; id: string; chunk: Uint8Array }
  | { kind: 'done'; id: string; output: unknown }
  | { kind: 'failed'; id: string; message: string; stack: string };
