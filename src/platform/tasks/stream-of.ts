import { TaskCancelled } from './task.ts';

/**
 * What `produce` emits, as a stream that is read at the reader's pace: each `emit` waits until its piece has been asked
 * for, and throws TaskCancelled once the reader has gone.
 */
export function streamOf(
  produce: (emit: (chunk: Uint8Array) => Promise<void>) => Promise<void>,
): ReadableStream<Uint8Array> {
  let isGone = false;
  let wanted = Promise.withResolvers<void>();
  let isBegun = false;
  return new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        wanted.resolve();
        if (isBegun) return;
        isBegun = true;
        const emit = async (chunk: Uint8Array) => {
          await wanted.promise;
          if (isGone) throw new TaskCancelled();
          wanted = Promise.withResolvers();
          controller.enqueue(chunk);
        };
        produce(emit).then(
          () => !isGone && controller.close(),
          (error: unknown) => !isGone && controller.error(error),
        );
      },
      cancel() {
        isGone = true;
        wanted.resolve();
      },
    },
    { highWaterMark: 0 },
  );
}
