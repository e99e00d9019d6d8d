import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Task, TaskRunner } from '#platform/tasks/task.ts';
import { exportHeading, PERSON_COLUMNS } from '../export-lines.ts';
import { inOnePiece, type Emit, type ExportDocument } from '#platform/lists/export-document.ts';
import { writeList } from '#platform/lists/write-list.ts';
import type { UnitExport } from '../load-unit-export.ts';
import { plannedLines } from '../planned-lines.ts';
import { UNIT_COLUMNS, unitLines } from '../unit-lines.ts';
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
    // Loaded when first used: the server's own thread knows this task, and would be held while it reads what writes PDF.
    const { writeUnitSheets } = await import('../unit-sheet-pdf.ts');
    await writeUnitSheets(plan.sheets, file, emit);
    return null;
  }
  const document: ExportDocument = {
    title: `Suivi ${file.unit.code}`,
    heading: exportHeading(file, plan.counts),
    ...listOf(plan, file, reader, onLines),
  };
  return file.format === 'pdf' ? null : writeList(document, file.format, emit);
}

function listOf(
  plan: Exclude<ExportPlan, { kind: 'sheets' }>,
  { situation }: UnitExport,
  reader: Kysely<Database>,
  onLines: (done: number, total: number) => void,
): Pick<ExportDocument, 'columns' | 'lines'> {
  if (plan.kind === 'units') return { columns: UNIT_COLUMNS, lines: inOnePiece(unitLines(plan.rows)) };
  const { people } = plan;
  const lines = plannedLines(reader, people, situation, (done) => onLines(done, people.states.length));
  return { columns: PERSON_COLUMNS, lines };
}
