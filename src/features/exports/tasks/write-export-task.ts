import { open, rename } from 'node:fs/promises';
import { writePlanned, type PlannedExport } from '#features/follow-up/tasks/export-task.ts';
import type { Task } from '#platform/tasks/task.ts';
import { exportFile, makeExportsFolder, unfinishedFile } from '../export-file.ts';

export interface WrittenExport {
  size: number;
  fingerprint: string | null;
}

/** Writes the file of a job; it has its name once it is whole. */
export const writeExportTask: Task<{ jobId: string; planned: PlannedExport }, WrittenExport> = {
  name: 'exports/write',
  lane: 'long',
  async run({ jobId, planned }, context) {
    const { dataFolder } = context.config;
    const reader = context.keep('follow-up: export reader', () => context.openReader());
    await makeExportsFolder(dataFolder);
    const unfinished = unfinishedFile(dataFolder, jobId);
    const file = await open(unfinished, 'w', 0o600);
    let size = 0;
    try {
      const emit = async (piece: Uint8Array) => {
        size += piece.byteLength;
        await file.write(piece);
      };
      const fingerprint = await writePlanned(planned, reader, emit, (done, total) => context.progress(done / total));
      await file.sync();
      await rename(unfinished, exportFile(dataFolder, jobId));
      return { size, fingerprint };
    } finally {
      await file.close();
    }
  },
};
