import { open, rename } from 'node:fs/promises';
import { writePlanned, type PlannedExport } from '#features/follow-up/tasks/export-task.ts';
import type { Emit, ExportDocument } from '#platform/lists/export-document.ts';
import type { AskedList } from '#platform/lists/list-export.ts';
import { writeList, type ListFormat } from '#platform/lists/write-list.ts';
import type { Task, TaskContext } from '#platform/tasks/task.ts';
import { exportFile, makeExportsFolder, unfinishedFile } from '../export-file.ts';
import { findList } from '../lists.ts';

/** What a job is to write. */
export type ExportWork =
  | { kind: 'unit'; planned: PlannedExport }
  | { kind: 'list'; asked: AskedList; format: ListFormat; total: number | null };

export interface WrittenExport {
  size: number;
  fingerprint: string | null;
}

/** Writes the file of a job; it has its name once it is whole. */
export const writeExportTask: Task<{ jobId: string; work: ExportWork }, WrittenExport> = {
  name: 'exports/write',
  lane: 'long',
  async run({ jobId, work }, context) {
    const { dataFolder } = context.config;
    await makeExportsFolder(dataFolder);
    const unfinished = unfinishedFile(dataFolder, jobId);
    const file = await open(unfinished, 'w', 0o600);
    let size = 0;
    try {
      const fingerprint = await write(work, context, async (piece) => {
        size += piece.byteLength;
        await file.write(piece);
      });
      await file.sync();
      await rename(unfinished, exportFile(dataFolder, jobId));
      return { size, fingerprint };
    } finally {
      await file.close();
    }
  },
};

function write(work: ExportWork, context: TaskContext, emit: Emit): Promise<string | null> {
  switch (work.kind) {
    case 'unit': {
      const reader = context.keep('follow-up: export reader', () => context.openReader());
      return writePlanned(work.planned, reader, emit, (done, total) => context.progress(done / total));
    }
    case 'list': {
      const document = findList(work.asked.name)!.document(work.asked, () => context.openReader());
      return writeList(work.total === null ? document : counted(document, work.total, context), work.format, emit);
    }
  }
}

/** The same list, which says how far it has come. */
function counted(document: ExportDocument, total: number, context: TaskContext): ExportDocument {
  async function* lines() {
    let done = 0;
    for await (const piece of document.lines) {
      yield piece;
      done += piece.length;
      context.progress(Math.min(done / total, 1));
    }
  }
  return { ...document, lines: lines() };
}
