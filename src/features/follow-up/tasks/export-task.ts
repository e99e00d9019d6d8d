import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Task, TaskRunner } from '#platform/tasks/task.ts';
import { exportHeading, PERSON_COLUMNS } from '../export-lines.ts';
import type { Emit, ExportDocument } from '../exports/export-document.ts';
import { writeUnitSheets } from '../exports/unit-sheet-pdf.ts';
import { writeList } from '../exports/write-list.ts';
import type { UnitExport } from '../load-unit-export.ts';
import { plannedLines } from '../planned-lines.ts';
import { planExportTask, type ExportPlan } from './plan-export-task.ts';

export interface PlannedExport {
  file: UnitExport;
  plan: ExportPlan;
}

/** Writes a planned file to whoever reads it. */
export const unitExportTask: Task<PlannedExport, void> = {
  name: 'follow-up/export',
  lane: 'long',
  async run(planned, context) {
    await writePlanned(
      planned,
      context.keep('follow-up: export reader', () => context.openReader()),
      context.emit,
    );
  },
};

/** A file as it is written, for whoever downloads it. */
export async function streamUnitExport(tasks: TaskRunner, file: UnitExport): Promise<ReadableStream<Uint8Array>> {
  return tasks.stream(unitExportTask, { file, plan: await tasks.run(planExportTask, file) });
}

/**
 * Writes a planned file.
 * @param onLines hears how many of how many lines are done
 * @returns the fingerprint of a list; null for sheets, which have one each
 */
export async function writePlanned(
  { file, plan }: PlannedExport,
  reader: Kysely<Database>,
  emit: Emit,
  onLines: (done: number, total: number) => void = () => {},
): Promise<string | null> {
  if (plan.kind === 'sheets') {
    await writeUnitSheets(plan.sheets, file, emit);
    return null;
  }
  const { people, counts } = plan;
  const document: ExportDocument = {
    title: `Suivi ${file.unit.code}`,
    heading: exportHeading(file, counts),
    columns: PERSON_COLUMNS,
    lines: plannedLines(reader, people, file.situation, (done) => onLines(done, people.states.length)),
    day: file.situation.day,
  };
  return file.format === 'pdf' ? null : writeList(document, file.format, emit);
}
