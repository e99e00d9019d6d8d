import { setImmediate as otherWork } from 'node:timers/promises';
import { BYTE_ORDER_MARK, csvText } from '#platform/csv-text.ts';
import type { Task } from '#platform/tasks/task.ts';
import { figuresOfUnit } from '../columns/day-figures.ts';
import { selectPeople } from '../columns/select-people.ts';
import { exportHeading, PERSON_COLUMNS, personCells } from '../export-lines.ts';
import type { UnitExport } from '../load-unit-export.ts';
import { peopleFilterOf } from '../people-filter.ts';
import { personLinesUnder } from '../person-line.ts';
import { readFigures } from './read-figures.ts';

const PEOPLE_PER_STEP = 500;

/** The people of a unit as a file, in the order of their units: one state of the facts throughout, in small steps. */
export const unitExportTask: Task<UnitExport, void> = {
  name: 'follow-up/export',
  lane: 'figures',
  async run(file, context) {
    const read = await readFigures(context, file.situation, true);
    const { facts, day, reader } = read;
    const encoder = new TextEncoder();
    const { unit, situation, query } = file;
    const { counts } = figuresOfUnit(day, facts.organisation.placeOfUnit.get(unit.unitId)!);
    await context.emit(
      encoder.encode(BYTE_ORDER_MARK + csvText([...exportHeading(file, counts), [''], PERSON_COLUMNS])),
    );
    const people = selectPeople(facts, day, [unit.unitId], peopleFilterOf(query), 'unite');
    const linesOf = personLinesUnder(read, situation, unit.unitId, people);
    for (let from = 0; from < people.length; from += PEOPLE_PER_STEP) {
      const lines = await linesOf(reader, people.subarray(from, from + PEOPLE_PER_STEP));
      await context.emit(encoder.encode(csvText(lines.map(personCells))));
      // Between two steps, the pages that wait come first.
      await otherWork();
    }
  },
};
