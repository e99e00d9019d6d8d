import type { Act } from '#domain/identity/act.ts';
import { applyTask, type Application } from './tasks/apply-task.ts';
import { previewTask } from './tasks/preview-task.ts';
import { undoTask } from './tasks/undo-task.ts';
import { beginWork, type Workshop } from './work-in-hand.ts';

/** Reads the file of an import: nothing else is written. */
export async function beginReading(workshop: Workshop, batchId: string, { at }: Act): Promise<void> {
  await beginWork(workshop, batchId, 'reading', async (progress) => {
    const outcome = await workshop.tasks.run(previewTask, { batchId, at }, progress);
    return outcome === 'not-waiting' ? outcome : null;
  });
}

/** Applies an import that was shown. */
export async function beginApplying(workshop: Workshop, application: Application): Promise<void> {
  await beginWork(workshop, application.batchId, 'applying', async (progress) => {
    const { outcome } = await workshop.tasks.run(applyTask, application, progress);
    return outcome === 'applied' ? null : outcome;
  });
}

/** Undoes the import that was applied last. */
export async function beginUndoing(workshop: Workshop, batchId: string, act: Act): Promise<void> {
  await beginWork(workshop, batchId, 'undoing', async (progress) => {
    const result = await workshop.tasks.run(undoTask, { batchId, act }, progress);
    if (result.outcome === 'in-use') return { uses: result.uses };
    return result.outcome === 'undone' ? null : result.outcome;
  });
}
