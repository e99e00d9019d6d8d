import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { FactColumns, PeriodColumns, ProgrammeColumns } from '#domain/obligation/fact-columns.ts';
import { columnsOf, daysOf, numberOfDay } from './day-columns.ts';
import type { PeopleColumns } from './people-columns.ts';

type Places = Pick<PeopleColumns, 'length' | 'placeOf'>;
type Obligations = Omit<ProgrammeColumns, 'begun' | 'completions'>;
type Learning = Pick<ProgrammeColumns, 'begun' | 'completions'>;

/** What was decided of persons for a programme. */
export async function loadObligations(
  db: Kysely<Database>,
  programmeId: string,
  moduleIds: readonly string[],
  people: Places,
): Promise<Obligations> {
  const decided = (table: 'designation' | 'exemption') =>
    db.selectFrom(table).where('programme_id', '=', programmeId).select(['person_id', 'from_date', 'to_date']).stream();
  const credits = db
    .selectFrom('credit')
    .where('programme_id', '=', programmeId)
    .select(['person_id', 'counts_from as from_date', 'to_date'])
    .stream();
  const absences = db.selectFrom('absence').select(['person_id', 'from_date', 'to_date']).stream();
  return {
    personCount: people.length,
    moduleCount: moduleIds.length,
    designations: await periodsOf(decided('designation'), people),
    exemptions: await periodsOf(decided('exemption'), people),
    credits: await periodsOf(credits, people),
    absences: await periodsOf(absences, people),
  };
}

interface PeriodRow {
  person_id: string;
  from_date: string;
  to_date: string | null;
}

async function periodsOf(rows: AsyncIterable<PeriodRow>, people: Places): Promise<PeriodColumns> {
  const [person, from, to] = await columnsOf(3, rows, (row) => [people.placeOf(row.person_id), ...daysOf(row)]);
  return { person: person!, from: from!, to: to! };
}

/** What persons began and completed of these modules. */
export async function loadLearning(
  db: Kysely<Database>,
  moduleIds: readonly string[],
  people: Places,
): Promise<Learning> {
  if (moduleIds.length === 0) return { begun: noFacts(), completions: noFacts() };
  const places = new Map(moduleIds.map((id, place) => [id, place]));
  const begun = db
    .selectFrom('begun')
    .where('module_id', 'in', [...moduleIds])
    .select(['person_id', 'module_id', 'edition', 'begun_on as on'])
    .stream();
  const completions = db
    .selectFrom('completion')
    .where('module_id', 'in', [...moduleIds])
    .select(['person_id', 'module_id', 'edition', 'completed_on as on'])
    .stream();
  const factsOf = async (rows: typeof begun): Promise<FactColumns> => {
    const [person, module, edition, on] = await columnsOf(4, rows, (row) => [
      people.placeOf(row.person_id),
      places.get(row.module_id)!,
      row.edition,
      numberOfDay(row.on),
    ]);
    return { person: person!, module: module!, edition: edition!, on: on! };
  };
  return { begun: await factsOf(begun), completions: await factsOf(completions) };
}

function noFacts(): FactColumns {
  return { person: new Int32Array(), module: new Int32Array(), edition: new Int32Array(), on: new Int32Array() };
}
