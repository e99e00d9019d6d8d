import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type {
  CompletionFact,
  EditionFact,
  ObligationFacts,
  Period,
  ProgrammeRule,
} from '#domain/obligation/obligation-state.ts';
import { FIRST_WINDOW } from '#domain/progress/module-window.ts';
import { addDays, type CivilDate } from '#domain/time/civil-date.ts';
import { newId } from '#platform/ids.ts';
import type { Programme } from '#features/follow-up/situation.ts';

/** A small organisation with one programme, as tests imagine it; units name their parent by its place in the list. */
export interface SmallOrganisation {
  parents: (number | null)[];
  moduleCount: number;
  editions: { module: number; edition: number; redoFrom: CivilDate | null }[];
  countsFrom: CivilDate | null;
  people: SmallPerson[];
}

export interface SmallPerson extends Omit<ObligationFacts, 'begun' | 'completions'> {
  memberships: (Period & { unit: number })[];
  begun: ModuleFact[];
  completions: CompletedFact[];
}

export interface ModuleFact {
  module: number;
  edition: number;
  on: CivilDate;
}

export interface CompletedFact extends ModuleFact {
  /** The day it was withdrawn. */
  to: CivilDate | null;
}

export interface StoredOrganisation {
  programme: Programme;
  rule: ProgrammeRule;
  unitIds: string[];
  people: { personId: string; facts: ObligationFacts; memberships: SmallPerson['memberships'] }[];
}

const AT = '2026-01-01T08:00:00.000Z';
const FIRST_DAY = '2026-01-01' as CivilDate;

/** A day of the organisation's time. */
export const dayOf = (index: number): CivilDate => addDays(FIRST_DAY, index);

/** Puts an organisation in the database beside those already there, row by row: commands refuse the overlaps that imports may bring. */
export async function storeOrganisation(
  db: Kysely<Database>,
  organisation: SmallOrganisation,
): Promise<StoredOrganisation> {
  return db.transaction().execute(async (trx) => {
    const unitIds = await storeUnits(trx, organisation.parents);
    const moduleIds = await storeModules(trx, organisation);
    const programme = await storeProgramme(trx, moduleIds, organisation.countsFrom);
    const toFact = ({ module, edition, on }: ModuleFact): EditionFact => ({
      moduleId: moduleIds[module]!,
      edition,
      on,
    });
    const people = [];
    for (const person of organisation.people) {
      const completions = person.completions.map((fact): CompletionFact => ({ ...toFact(fact), to: fact.to }));
      const facts = { ...person, begun: person.begun.map(toFact), completions };
      const personId = await storePerson(trx, person, facts, { unitIds, programmeId: programme.programmeId });
      people.push({ personId, facts, memberships: person.memberships });
    }
    const redos = organisation.editions.flatMap(({ module, edition, redoFrom }) =>
      redoFrom ? [{ moduleId: moduleIds[module]!, edition, on: redoFrom }] : [],
    );
    return { programme, rule: { moduleIds, redos, countsFrom: organisation.countsFrom }, unitIds, people };
  });
}

async function storeUnits(trx: Kysely<Database>, parents: (number | null)[]): Promise<string[]> {
  const ids = parents.map(() => newId());
  for (const [index, parent] of parents.entries()) {
    const parentId = parent === null ? null : ids[parent]!;
    const unit = { id: ids[index]!, code: ids[index]!, name: `Unité ${index}`, parent_id: parentId, created_at: AT };
    await trx.insertInto('unit').values(unit).execute();
    for (let at: number | null = index, depth = 0; at !== null; at = parents[at]!, depth += 1)
      await trx
        .insertInto('unit_closure')
        .values({ ancestor_id: ids[at]!, descendant_id: ids[index]!, depth, from_date: '0001-01-01', to_date: null })
        .execute();
  }
  return ids;
}

async function storeModules(trx: Kysely<Database>, { moduleCount, editions }: SmallOrganisation): Promise<string[]> {
  const ids = Array.from({ length: moduleCount }, () => newId());
  for (const id of ids) await trx.insertInto('module').values({ id, slug: id, code: id, created_at: AT }).execute();
  for (const { module, edition, redoFrom } of editions)
    await trx
      .insertInto('module_version')
      .values({
        id: versionId(ids[module]!, edition),
        module_id: ids[module]!,
        edition,
        revision: 1,
        hash: newId(),
        title: 'Module',
        kind: 'material',
        redo_from_date: redoFrom,
        note: '',
        published_at: AT,
        published_by: null,
        sources: '{}',
      })
      .execute();
  return ids;
}

async function storeProgramme(
  trx: Kysely<Database>,
  moduleIds: string[],
  countsFrom: CivilDate | null,
): Promise<Programme> {
  const programmeId = newId();
  const programme = { opensOn: FIRST_DAY, deadline: dayOf(365), graceDays: 0, countsFrom, closedOn: null };
  await trx
    .insertInto('programme')
    .values({
      id: programmeId,
      slug: programmeId,
      name: 'Parcours',
      opens_on: FIRST_DAY,
      deadline: dayOf(365),
      created_at: AT,
      counts_from: countsFrom,
    })
    .execute();
  for (const [position, module_id] of moduleIds.entries())
    await trx.insertInto('programme_module').values({ programme_id: programmeId, module_id, position }).execute();
  return { programmeId, slug: programmeId, name: 'Parcours', ...programme };
}

async function storePerson(
  trx: Kysely<Database>,
  person: SmallPerson,
  facts: ObligationFacts,
  { unitIds, programmeId }: { unitIds: string[]; programmeId: string },
): Promise<string> {
  const id = newId();
  const values = { id, hr_number: null, given_name: 'Camille', family_name: 'Petit', status: 'civilian' as const };
  await trx
    .insertInto('person')
    .values({ ...values, created_at: AT })
    .execute();
  const period = ({ from, to }: Period) => ({ id: newId(), person_id: id, from_date: from, to_date: to });
  const recorded = { recorded_at: AT, recorded_by: null };
  for (const membership of person.memberships)
    await trx
      .insertInto('membership')
      .values({ ...period(membership), unit_id: unitIds[membership.unit]! })
      .execute();
  for (const designation of facts.designations)
    await trx
      .insertInto('designation')
      .values({ ...period(designation), programme_id: programmeId, designated_at: AT, designated_by: null })
      .execute();
  for (const exemption of facts.exemptions)
    await trx
      .insertInto('exemption')
      .values({ ...period(exemption), programme_id: programmeId, reason: '', ...recorded })
      .execute();
  for (const absence of facts.absences)
    await trx
      .insertInto('absence')
      .values({ ...period(absence), category: 'leave', ...recorded })
      .execute();
  for (const { from, to } of facts.credits)
    await trx
      .insertInto('credit')
      .values({
        id: newId(),
        programme_id: programmeId,
        person_id: id,
        done_on: from,
        counts_from: from,
        to_date: to,
        proof: '',
        ...recorded,
      })
      .execute();
  await storeLearning(trx, id, facts);
  return id;
}

async function storeLearning(trx: Kysely<Database>, personId: string, { begun, completions }: ObligationFacts) {
  for (const fact of begun)
    await trx
      .insertInto('begun')
      .values({ ...about(personId, fact), window_from: FIRST_WINDOW, begun_at: AT, begun_on: fact.on })
      .execute();
  await storeCompletions(trx, personId, completions);
}

export async function storeCompletions(
  db: Kysely<Database>,
  personId: string,
  completions: readonly CompletionFact[],
): Promise<void> {
  for (const { to, ...fact } of completions)
    await db
      .insertInto('completion')
      .values({
        id: newId(),
        ...about(personId, fact),
        window_from: FIRST_WINDOW,
        rule: 'test',
        completed_at: AT,
        completed_on: fact.on,
        done_on: fact.on,
        ...(to !== null && { withdrawn_at: AT, withdrawn_on: to, withdrawn_reason: 'Présence notée par erreur' }),
      })
      .execute();
}

const about = (personId: string, { moduleId, edition }: EditionFact) => ({
  person_id: personId,
  module_id: moduleId,
  edition,
  version_id: versionId(moduleId, edition),
});

const versionId = (moduleId: string, edition: number) => `${moduleId}-${edition}`;
