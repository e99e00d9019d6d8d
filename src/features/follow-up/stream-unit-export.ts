import { setImmediate as otherWork } from 'node:timers/promises';
import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import { rollUpCounts } from '#domain/obligation/roll-up-counts.ts';
import type { Runtime } from '#platform/runtime.ts';
import { arrangeTree } from './arrange-tree.ts';
import { BYTE_ORDER_MARK, csvText } from '#platform/csv-text.ts';
import { exportHeading, PERSON_COLUMNS, personCells } from './export-lines.ts';
import type { UnitExport } from './load-unit-export.ts';
import { peopleFilterOf } from './load-unit-page.ts';
import { listPeopleAfter, type PeopleFilter, type PersonStanding } from './people-queries.ts';
import { loadPersonLines, type PersonLine } from './person-line.ts';
import { listSubtrees } from './scope-queries.ts';
import type { Situation, Unit } from './situation.ts';
import { listStandingGroups } from './standing-queries.ts';

const PEOPLE_PER_STEP = 200;

type Source = Pick<Runtime, 'openReader' | 'log'>;

/**
 * The file, written as it is read: one state of the database throughout, in small steps through a connection of its own,
 * opened when somebody begins to read and destroyed at the end, on a fault or when the reader goes away.
 */
export function streamUnitExport({ openReader, log }: Source, file: UnitExport): ReadableStream<Uint8Array> {
  const chunks = encoded(openReader, file);
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await chunks.next().catch((error: unknown) => {
          // The status has long been sent: the reader is cut off, and only the log says why.
          log.error('export-failed', error);
          throw error;
        });
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await chunks.return();
      },
    },
    { highWaterMark: 0 },
  );
}

async function* encoded(openReader: () => Kysely<Database>, file: UnitExport): AsyncGenerator<Uint8Array, void> {
  const encoder = new TextEncoder();
  const reader = openReader();
  try {
    const trx = await reader.startTransaction().execute();
    for await (const text of partsOf(trx, file)) {
      yield encoder.encode(text);
      // Reading is synchronous: between two steps, whoever else waits comes first.
      await otherWork();
    }
    await trx.commit().execute();
  } finally {
    await reader.destroy();
  }
}

async function* partsOf(trx: Transaction<Database>, file: UnitExport): AsyncGenerator<string> {
  const { unit, situation } = file;
  const filter = peopleFilterOf(file.query);
  const units = await listSubtrees(trx, [unit.unitId], situation.day);
  const figures = rollUpCounts(units, await listStandingGroups(trx, situation, [unit.unitId]));
  const rows = arrangeTree(units, figures, unit.unitId, { sort: 'nom', levels: Infinity });
  yield BYTE_ORDER_MARK + csvText([...exportHeading(file, rows[0]!.counts), [''], PERSON_COLUMNS]);
  for (const row of rows)
    for await (const people of peopleInSteps(trx, situation, row.unit, filter)) {
      const lines = await loadPersonLines(trx, situation, unit, people);
      yield csvText(lines.filter((line) => isListedIn(row.unit, line)).map(personCells));
    }
}

/** Whoever is in several units comes once, with the first of them. */
function isListedIn(unit: Unit, { units }: PersonLine): boolean {
  return units[0]?.code === unit.code;
}

async function* peopleInSteps(
  trx: Transaction<Database>,
  situation: Situation,
  { unitId }: Unit,
  filter: PeopleFilter,
): AsyncGenerator<PersonStanding[]> {
  let after: PersonStanding | undefined;
  do {
    const step = { after: after ?? null, limit: PEOPLE_PER_STEP };
    const people: PersonStanding[] = await listPeopleAfter(trx, situation, unitId, filter, step);
    yield people;
    after = people.length === PEOPLE_PER_STEP ? people.at(-1) : undefined;
  } while (after);
}
