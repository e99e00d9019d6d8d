import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import {
  NEVER,
  type CompletionColumns,
  type FactColumns,
  type PeriodColumns,
  type ProgrammeColumns,
} from '#domain/obligation/fact-columns.ts';
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
    .select(['person_id', 'module_id', 'edition', 'completed_on as on', 'withdrawn_on as to'])
    .stream();
  const numbersOf = (row: FactRow): [number, number, number, number] => [
    people.placeOf(row.person_id),
    places.get(row.module_id)!,
    row.edition,
    numberOfDay(row.on),
  ];
  return { begun: await factsOf(begun, numbersOf), completions: await completionsOf(completions, numbersOf) };
}

interface FactRow {
  person_id: string;
  module_id: string;
  edition: number;
  on: string;
}

type NumbersOf = (row: FactRow) => [number, number, number, number];

async function factsOf(rows: AsyncIterable<FactRow>, numbersOf: NumbersOf): Promise<FactColumns> {
  const [person, module, edition, on] = await columnsOf(4, rows, numbersOf);
  return { person: person!, module: module!, edition: edition!, on: on! };
}

async function completionsOf(
  rows: AsyncIterable<FactRow & { to: string | null }>,
  numbersOf: NumbersOf,
): Promise<CompletionColumns> {
  const [person, module, edition, on, to] = await columnsOf(5, rows, (row) => [
    ...numbersOf(row),
    row.to === null ? NEVER : numberOfDay(row.to),
  ]);
  return { person: person!, module: module!, edition: edition!, on: on!, to: to! };
}

function noFacts(): CompletionColumns {
  const none = new Int32Array();
  return { person: none, module: none, edition: none, on: none, to: none };
}
