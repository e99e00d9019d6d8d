import { setImmediate as otherWork } from 'node:timers/promises';
import type { Task, TaskContext } from '#platform/tasks/task.ts';
import { arrangeTree } from '../arrange-tree.ts';
import { figuresOfUnit, unitsOn } from '../columns/day-figures.ts';
import { selectPeople } from '../columns/select-people.ts';
import { LINES_IN_MEMORY } from '../export-limits.ts';
import { exportHeading, PERSON_COLUMNS, personCells } from '../export-lines.ts';
import { writeCsv } from '../exports/csv-export.ts';
import type { Cell, ExportDocument } from '../exports/export-document.ts';
import { writeJson } from '../exports/json-export.ts';
import { streamWorkbook, writeWorkbook } from '../exports/spreadsheet-export.ts';
import { writeUnitSheets, type UnitSheet } from '../exports/unit-sheet-pdf.ts';
import type { UnitExport } from '../load-unit-export.ts';
import { peopleFilterOf } from '../people-filter.ts';
import { personLinesUnder } from '../person-line.ts';
import { historyTask } from './history-task.ts';
import { readFigures, type Figures } from './read-figures.ts';

const PEOPLE_PER_STEP = 500;
const MAX_SHEETS = 200;

/** The people of a unit as a file, in the order of their units: one state of the facts throughout, in small steps. */
export const unitExportTask: Task<UnitExport, void> = {
  name: 'follow-up/export',
  lane: 'figures',
  async run(file, context) {
    const read = await readFigures(context, file.situation, true);
    if (file.format === 'pdf') return writeUnitSheets(await unitSheets(read, file, context), file, context.emit);
    const { unit, query } = file;
    const people = selectPeople(read.facts, read.day, [unit.unitId], peopleFilterOf(query, file.situation), 'unite');
    const { counts } = figuresOfUnit(read.day, read.facts.organisation.placeOfUnit.get(unit.unitId)!);
    const document: ExportDocument = {
      title: `Suivi ${unit.code}`,
      heading: exportHeading(file, counts),
      columns: PERSON_COLUMNS,
      lines: linesOf(read, file, people),
      day: file.situation.day,
    };
    switch (file.format) {
      case 'csv':
        return writeCsv(document, context.emit);
      case 'json':
        return writeJson(document, context.emit);
      case 'xlsx':
        return people.length > LINES_IN_MEMORY
          ? streamWorkbook(document, context.emit)
          : writeWorkbook(document, 'xlsx', context.emit);
      case 'ods':
        return writeWorkbook(document, 'ods', context.emit);
    }
  },
};

/** The unit, then those just below it. */
async function unitSheets({ facts, day }: Figures, file: UnitExport, context: TaskContext): Promise<UnitSheet[]> {
  const figuresOf = (unitId: string) => figuresOfUnit(day, facts.organisation.placeOfUnit.get(unitId)!);
  const rows = arrangeTree(unitsOn(facts, day), figuresOf, file.unit.unitId, { sort: 'nom', levels: 2 });
  const unitIds = rows.map(({ unit }) => unit.unitId);
  const history = await historyTask.run({ situation: file.situation, unitIds }, context);
  return rows.slice(0, MAX_SHEETS).map((row) => ({ row, history: history?.[row.unit.unitId] ?? null }));
}

async function* linesOf(read: Figures, { situation, unit }: UnitExport, people: Int32Array): AsyncGenerator<Cell[][]> {
  const lines = personLinesUnder(read, situation, unit.unitId, people);
  for (let from = 0; from < people.length; from += PEOPLE_PER_STEP) {
    yield (await lines(read.reader, people.subarray(from, from + PEOPLE_PER_STEP))).map(personCells);
    // Between two steps, the pages that wait come first.
    await otherWork();
  }
}
