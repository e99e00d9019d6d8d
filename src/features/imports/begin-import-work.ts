import type { Act } from '#domain/identity/act.ts';
import type { Log } from '#platform/log.ts';
import type { TaskRunner } from '#platform/tasks/task.ts';
import { applyTask, type Application } from './tasks/apply-task.ts';
import { previewTask } from './tasks/preview-task.ts';
import { undoTask } from './tasks/undo-task.ts';
import { beginWork } from './work-in-hand.ts';

interface Workshop {
  tasks: TaskRunner;
  log: Log;
}

/** Reads the file of an import: nothing else is written. */
export async function beginReading({ tasks, log }: Workshop, batchId: string, { at }: Act): Promise<void> {
  await beginWork(batchId, 'reading', log, async (progress) => {
    const outcome = await tasks.run(previewTask, { batchId, at }, progress);
    return outcome === 'not-waiting' ? outcome : null;
  });
}

/** Applies an import that was shown. */
export async function beginApplying({ tasks, log }: Workshop, application: Application): Promise<void> {
  await beginWork(application.batchId, 'applying', log, async (progress) => {
    const { outcome } = await tasks.run(applyTask, application, progress);
    return outcome === 'applied' ? null : outcome;
  });
}

/** Undoes the import that was applied last. */
export async function beginUndoing({ tasks, log }: Workshop, batchId: string, act: Act): Promise<void> {
  await beginWork(batchId, 'undoing', log, async (progress) => {
    const result = await tasks.run(undoTask, { batchId, act }, progress);
    if (result.outcome === 'in-use') return { uses: result.uses };
    return result.outcome === 'undone' ? null : result.outcome;
  });
}
