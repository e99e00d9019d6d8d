import type { ObligationCounts } from '#domain/obligation/obligation-counts.ts';
import type { Task, TaskContext } from '#platform/tasks/task.ts';
import { arrangeTree, type UnitRow } from '../arrange-tree.ts';
import { figuresOfUnit, unitsOn } from '../columns/day-figures.ts';
import { listedPeople, type ListedPeople } from '../columns/listed-people.ts';
import { selectPeople } from '../columns/select-people.ts';
import type { UnitSheet } from '../unit-sheet-pdf.ts';
import type { UnitExport } from '../load-unit-export.ts';
import { peopleFilterOf } from '../people-filter.ts';
import { historyTask } from './history-task.ts';
import { readFigures, type Figures } from './read-figures.ts';

/** All that a file takes from the figures: writing it needs them no more. */
export type ExportPlan =
  | { kind: 'list'; people: ListedPeople; counts: ObligationCounts }
  | { kind: 'units'; rows: UnitRow[]; counts: ObligationCounts }
  | { kind: 'sheets'; sheets: UnitSheet[] };

const MAX_SHEETS = 200;

/** Chooses whom a file lists, in the order of their units, and where they stand: of this instant. */
export const planExportTask: Task<UnitExport, ExportPlan> = {
  name: 'follow-up/plan-export',
  lane: 'figures',
  async run(file, context) {
    const read = await readFigures(context, file.situation, true);
    if (file.format === 'pdf') return { kind: 'sheets', sheets: await unitSheets(read, file, context) };
    const { unit, query, situation } = file;
    const { counts } = figuresOfUnit(read.day, read.facts.organisation.placeOfUnit.get(unit.unitId)!);
    if (query.lignes === 'unites') return { kind: 'units', rows: rowsBelow(read, file, Infinity), counts };
    const people = selectPeople(read.facts, read.day, [unit.unitId], peopleFilterOf(query, situation), 'unite');
    return { kind: 'list', people: listedPeople(read.facts, read.day, unit.unitId, people), counts };
  },
};

/** The unit, then those below it, so many levels in all. */
function rowsBelow({ facts, day }: Figures, { unit }: UnitExport, levels: number): UnitRow[] {
  const figuresOf = (unitId: string) => figuresOfUnit(day, facts.organisation.placeOfUnit.get(unitId)!);
  return arrangeTree(unitsOn(facts, day), figuresOf, unit.unitId, { sort: 'nom', levels });
}

/** The unit, then those just below it. */
async function unitSheets(read: Figures, file: UnitExport, context: TaskContext): Promise<UnitSheet[]> {
  const rows = rowsBelow(read, file, 2);
  const unitIds = rows.map(({ unit }) => unit.unitId);
  const history = await historyTask.run({ situation: file.situation, unitIds }, context);
  return rows.slice(0, MAX_SHEETS).map((row) => ({ row, history: history?.[row.unit.unitId] ?? null }));
}
