import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import {
  obligationStateOn,
  type CompletionFact,
  type EditionFact,
  type Period,
  type ProgrammeRule,
} from '#domain/obligation/obligation-state.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import type { Situation } from '#features/follow-up/situation.ts';
import { listedValues } from '#platform/db/listed-rows.ts';
import { REMINDED_STATES } from './reminder-choice.ts';

/** Which of these persons still have the programme before them, as the facts stand now: it is read just before a letter leaves. */
export async function listStillAsked(
  db: Kysely<Database>,
  { programme, modules, day }: Situation,
  personIds: readonly string[],
): Promise<Set<string>> {
  const moduleIds = modules.map(({ moduleId }) => moduleId);
  const rule: ProgrammeRule = {
    moduleIds,
    redos: modules.map(({ moduleId, requiredEdition }) => ({ moduleId, edition: requiredEdition, on: day })),
    countsFrom: programme.countsFrom,
  };
  const about = { programmeId: programme.programmeId, personIds, day };
  const present = await listPresent(db, about);
  const designations = await listPeriods(db, 'designation', about);
  const exemptions = await listPeriods(db, 'exemption', about);
  const credits = await listCredits(db, about);
  const absences = await listAbsences(db, about);
  const begun = await listBegun(db, personIds, moduleIds);
  const completions = await listCompletions(db, personIds, moduleIds);
  const isAsked = (personId: string) => {
    const state = obligationStateOn(day, rule, {
      designations: of(designations, personId),
      exemptions: of(exemptions, personId),
      credits: of(credits, personId),
      absences: of(absences, personId),
      begun: of(begun, personId),
      completions: of(completions, personId),
    });
    return present.has(personId) && (REMINDED_STATES as readonly (string | null)[]).includes(state);
  };
  return new Set(personIds.filter(isAsked));
}

interface About {
  programmeId: string;
  personIds: readonly string[];
  day: CivilDate;
}

type ByPerson<Fact> = Map<string, Fact[]>;

const of = <Fact>(facts: ByPerson<Fact>, personId: string): Fact[] => facts.get(personId) ?? [];

async function listPresent(db: Kysely<Database>, { personIds, day }: About): Promise<Set<string>> {
  const rows = await db
    .selectFrom('membership')
    .where('person_id', 'in', listedValues(personIds))
    .where('from_date', '<=', day)
    .where((eb) => eb.or([eb('to_date', 'is', null), eb('to_date', '>', day)]))
    .select('person_id')
    .execute();
  return new Set(rows.map((row) => row.person_id));
}

async function listPeriods(
  db: Kysely<Database>,
  table: 'designation' | 'exemption',
  { programmeId, personIds }: About,
): Promise<ByPerson<Period>> {
  const rows = await db
    .selectFrom(table)
    .where('programme_id', '=', programmeId)
    .where('person_id', 'in', listedValues(personIds))
    .select(['person_id', 'from_date', 'to_date'])
    .execute();
  return byPerson(rows, toPeriod);
}

async function listCredits(db: Kysely<Database>, { programmeId, personIds }: About): Promise<ByPerson<Period>> {
  const rows = await db
    .selectFrom('credit')
    .where('programme_id', '=', programmeId)
    .where('person_id', 'in', listedValues(personIds))
    .select(['person_id', 'counts_from as from_date', 'to_date'])
    .execute();
  return byPerson(rows, toPeriod);
}

async function listAbsences(db: Kysely<Database>, { personIds }: About): Promise<ByPerson<Period>> {
  const rows = await db
    .selectFrom('absence')
    .where('person_id', 'in', listedValues(personIds))
    .select(['person_id', 'from_date', 'to_date'])
    .execute();
  return byPerson(rows, toPeriod);
}

async function listBegun(db: Kysely<Database>, personIds: readonly string[], moduleIds: readonly string[]) {
  const rows = await db
    .selectFrom('begun')
    .where('person_id', 'in', listedValues(personIds))
    .where('module_id', 'in', listedValues(moduleIds))
    .select(['person_id', 'module_id', 'edition', 'begun_on as on'])
    .execute();
  return byPerson(rows, toFact);
}

async function listCompletions(db: Kysely<Database>, personIds: readonly string[], moduleIds: readonly string[]) {
  const rows = await db
    .selectFrom('completion')
    .where('person_id', 'in', listedValues(personIds))
    .where('module_id', 'in', listedValues(moduleIds))
    .select(['person_id', 'module_id', 'edition', 'completed_on as on', 'withdrawn_on'])
    .execute();
  return byPerson(rows, (row): CompletionFact => ({ ...toFact(row), to: row.withdrawn_on as CivilDate | null }));
}

const toPeriod = ({ from_date, to_date }: { from_date: string; to_date: string | null }): Period => ({
  from: from_date as CivilDate,
  to: to_date as CivilDate | null,
});

const toFact = ({ module_id, edition, on }: { module_id: string; edition: number; on: string }): EditionFact => ({
  moduleId: module_id,
  edition,
  on: on as CivilDate,
});

function byPerson<Row extends { person_id: string }, Fact>(rows: Row[], toFactOf: (row: Row) => Fact): ByPerson<Fact> {
  const facts: ByPerson<Fact> = new Map();
  for (const row of rows) facts.set(row.person_id, [...of(facts, row.person_id), toFactOf(row)]);
  return facts;
}
