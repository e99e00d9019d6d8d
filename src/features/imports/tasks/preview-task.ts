import { civilDateOf } from '#domain/time/civil-date.ts';
import type { Instant } from '#domain/time/instant.ts';
import { whenFree } from '#platform/db/when-free.ts';
import type { Task } from '#platform/tasks/task.ts';
import type { ImportPreview, ImportSettings } from '../batch.ts';
import { importFile } from '../import-file.ts';
import { layoutOf, openImport } from '../open-import.ts';
import { NOBODY_HEARS, planImport } from '../plan-import.ts';
import { findBatch } from '../queries.ts';
import { recordPreview } from '../record-preview.ts';
import { UnreadableFile } from '../unreadable-file.ts';

export type PreviewOutcome = 'previewed' | 'refused' | 'not-waiting';

/** Reads the file of an import and says what it would change; writes nothing but the preview itself. */
export const previewTask: Task<{ batchId: string; at: Instant }, PreviewOutcome> = {
  name: 'imports/preview',
  lane: 'long',
  async run({ batchId, at }, context) {
    const reader = context.openReader();
    const writer = context.openWriter();
    try {
      const batch = await findBatch(reader, batchId);
      if (!batch || !['stored', 'previewed', 'refused'].includes(batch.state)) return 'not-waiting';
      const file = importFile(context.config.dataFolder, batchId);
      const { preview, settings } = await previewOf(file, batch.settings, async (opened, chosen) =>
        planImport(reader, opened, { settings: chosen, today: civilDateOf(at) }, NOBODY_HEARS, context.progress),
      );
      const isRecorded = await whenFree(() => recordPreview(writer, batchId, settings, preview));
      if (!isRecorded) return 'not-waiting';
      return preview.findings ? 'previewed' : 'refused';
    } finally {
      await reader.destroy();
      await writer.destroy();
    }
  },
};

type Plan = (opened: Awaited<ReturnType<typeof openImport>>, settings: ImportSettings) => ReturnType<typeof planImport>;

async function previewOf(
  file: string,
  settings: ImportSettings,
  plan: Plan,
): Promise<{ preview: ImportPreview; settings: ImportSettings }> {
  let layout: ImportPreview['layout'] = null;
  let chosen = settings;
  try {
    const opened = await openImport(file, settings);
    chosen = { ...settings, kind: opened.kind, columns: [...opened.columns] };
    layout = await layoutOf(opened.csv);
    if (opened.problems.length > 0)
      return { preview: { layout, problems: opened.problems, findings: null }, settings: chosen };
    const findings = await plan(opened, chosen);
    return { preview: { layout, problems: [], findings }, settings: chosen };
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return { preview: { layout, problems: [error.message], findings: null }, settings: chosen };
  }
}
