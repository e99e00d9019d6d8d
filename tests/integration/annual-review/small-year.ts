import fc from 'fast-check';
import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { PERSON_STATUSES, type PersonStatus } from '#domain/identity/person-status.ts';
import { FIRST_WINDOW } from '#domain/progress/module-window.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { newId } from '#platform/ids.ts';
import { insertPublishedModule, smallModule } from '#tests/support/published-module.ts';

/** TOP stands above A and B, A above A1 until a day when A1 goes below B. */
export const UNITS = ['TOP', 'A', 'B', 'A1'] as const;
export type UnitCode = (typeof UNITS)[number];
/** The last one is of no programme. */
export const MODULES = [
  { code: 'm1', themes: ['repérer', 'orienter'] },
  { code: 'm2', themes: ['orienter'] },
  { code: 'm3', themes: ['hors parcours'] },
] as const;
export const HOUSES = ['h1', 'h2'] as const;

export interface SmallPerson {
  /** At first. */
  status: PersonStatus;
  /** In the order of their days. */
  statusChanges?: { on: CivilDate; status: PersonStatus }[];
  memberships: { unit: UnitCode; from: CivilDate; to: CivilDate | null }[];
  completions: { module: number; edition: number; on: CivilDate; withdrawnOn: CivilDate | null }[];
}

export interface SmallSession {
  on: CivilDate;
  module: number;
  house: string | null;
  closedOn: CivilDate | null;
  cancelledOn: CivilDate | null;
}

export interface SmallMeeting {
  on: CivilDate;
  house: string;
  size: number;
  recordedOn: CivilDate;
  withdrawnOn: CivilDate | null;
}

export interface SmallYears {
  /** The day A1 moves from A to B; null when it never does. */
  moveOn: CivilDate | null;
  people: SmallPerson[];
  sessions: SmallSession[];
  meetings: SmallMeeting[];
}

/** Days on the edges of the years and of the days their reviews are due, and some between. */
const DAYS = [
  '2024-07-17',
  '2024-07-18',
  '2025-03-01',
  '2025-07-17',
  '2025-07-18',
  '2025-10-18',
  '2025-10-19',
  '2026-02-10',
  '2026-07-17',
  '2026-07-18',
  '2026-10-18',
  '2026-10-19',
] as CivilDate[];

const someDay = fc.constantFrom(...DAYS);
const orNever = fc.option(someDay, { freq: 2 });
const period = fc.tuple(someDay, orNever).map(([from, to]) => ({ from, to: to !== null && to > from ? to : null }));

export const anyYears: fc.Arbitrary<SmallYears> = fc.record({
  moveOn: orNever,
  people: fc.array(
    fc.record({
      status: fc.constantFrom(...PERSON_STATUSES),
      statusChanges: fc
        .uniqueArray(fc.record({ on: someDay, status: fc.constantFrom(...PERSON_STATUSES) }), {
          maxLength: 3,
          selector: ({ on }) => on,
        })
        .map((changes) => changes.sort((one, other) => (one.on < other.on ? -1 : 1))),
      memberships: fc.uniqueArray(
        fc.tuple(period, fc.constantFrom(...UNITS)).map(([dates, unit]) => ({ ...dates, unit })),
        { maxLength: 3, selector: ({ unit, from }) => `${unit} ${from}` },
      ),
      completions: fc.uniqueArray(
        fc
          .record({
            module: fc.integer({ min: 0, max: 2 }),
            edition: fc.integer({ min: 1, max: 2 }),
            on: someDay,
            withdrawnOn: fc.option(someDay, { freq: 1 }),
          })
          .map(({ withdrawnOn, ...given }) => ({
            ...given,
            withdrawnOn: withdrawnOn !== null && withdrawnOn >= given.on ? withdrawnOn : null,
          })),
        { maxLength: 4, selector: ({ module, edition }) => `${module} ${edition}` },
      ),
    }),
    { maxLength: 8 },
  ),
  sessions: fc.array(
    fc.record({
      on: someDay,
      module: fc.integer({ min: 0, max: 1 }),
      house: fc.option(fc.constantFrom(...HOUSES)),
      closedOn: orNever,
      cancelledOn: fc.option(someDay, { freq: 1 }),
    }),
    { maxLength: 6 },
  ),
  meetings: fc.array(
    fc.record({
      on: someDay,
      house: fc.constantFrom(...HOUSES),
      size: fc.integer({ min: 0, max: 90 }),
      recordedOn: someDay,
      withdrawnOn: fc.option(someDay, { freq: 1 }),
    }),
    { maxLength: 6 },
  ),
});

const EVER = '0001-01-01';
const AT = '2024-01-01T08:00:00.000Z';
/** An instant of that day. */
const during = (day: CivilDate) => `${day}T10:00:00.000Z`;

/** Puts these years in an empty database, row by row: commands would refuse what imports and years of use may bring. */
export async function storeYears(db: Kysely<Database>, years: SmallYears): Promise<void> {
  await storeUnits(db, years.moveOn);
  for (const { code, themes } of MODULES)
    for (const edition of [1, 2])
      await insertPublishedModule(db, smallModule({ code, slug: code, themes: [...themes] }), { edition });
  const versions = await db.selectFrom('module_version').select(['id', 'module_id', 'edition']).execute();
  const programme = { id: 'p', slug: 'p', name: 'Parcours', opens_on: '2024-01-01', deadline: '2026-12-31' };
  await db
    .insertInto('programme')
    .values({ ...programme, created_at: AT })
    .execute();
  for (const [position, code] of ['m1', 'm2'].entries())
    await db
      .insertInto('programme_module')
      .values({ programme_id: 'p', module_id: `module-${code}`, position })
      .execute();
  for (const [index, person] of years.people.entries()) await storePerson(db, `person-${index}`, person, versions);
  for (const name of HOUSES) await db.insertInto('house').values({ id: name, name, created_at: AT }).execute();
  await storeHeld(db, years);
}

async function storeUnits(db: Kysely<Database>, moveOn: CivilDate | null): Promise<void> {
  for (const code of UNITS)
    await db.insertInto('unit').values({ id: code, code, name: code, parent_id: null, created_at: AT }).execute();
  const links: [string, string, number, string, string | null][] = [
    ...UNITS.map((code) => [code, code, 0, EVER, null] as [string, string, number, string, null]),
    ['TOP', 'A', 1, EVER, null],
    ['TOP', 'B', 1, EVER, null],
    ['TOP', 'A1', 2, EVER, null],
    ['A', 'A1', 1, EVER, moveOn],
    ...(moveOn === null ? [] : [['B', 'A1', 1, moveOn, null] as [string, string, number, string, null]]),
  ];
  for (const [ancestor_id, descendant_id, depth, from_date, to_date] of links)
    await db.insertInto('unit_closure').values({ ancestor_id, descendant_id, depth, from_date, to_date }).execute();
}

async function storePerson(
  db: Kysely<Database>,
  id: string,
  { status: first, statusChanges = [], memberships, completions }: SmallPerson,
  versions: { id: string; module_id: string; edition: number }[],
): Promise<void> {
  const status = statusChanges.at(-1)?.status ?? first;
  const person = { id, hr_number: null, given_name: 'Camille', family_name: id, status, created_at: AT };
  await db.insertInto('person').values(person).execute();
  for (const [index, { on }] of statusChanges.entries())
    await db
      .insertInto('person_before')
      .values({ person_id: id, before_date: on, status: statusChanges[index - 1]?.status ?? first })
      .execute();
  for (const { unit, from, to } of memberships)
    await db
      .insertInto('membership')
      .values({ id: newId(), person_id: id, unit_id: unit, from_date: from, to_date: to })
      .execute();
  for (const { module, edition, on, withdrawnOn } of completions) {
    const module_id = `module-${MODULES[module]!.code}`;
    const version = versions.find((one) => one.module_id === module_id && one.edition === edition)!;
    const about = { person_id: id, module_id, edition, version_id: version.id };
    await db
      .insertInto('completion')
      .values({
        id: newId(),
        ...about,
        window_from: FIRST_WINDOW,
        rule: 'test',
        completed_at: during(on),
        completed_on: on,
        done_on: on,
        withdrawn_on: withdrawnOn,
        withdrawn_at: withdrawnOn && during(withdrawnOn),
        withdrawn_reason: withdrawnOn && 'Erreur',
      })
      .execute();
  }
}

async function storeHeld(db: Kysely<Database>, { sessions, meetings }: SmallYears): Promise<void> {
  for (const { on, module, house, closedOn, cancelledOn } of sessions)
    await db
      .insertInto('training_session')
      .values({
        id: newId(),
        held_on: on,
        starts_at: '09:00',
        place: 'Salle',
        house_id: house,
        trainer_id: null,
        trainer_name: 'Solène Fictive',
        module_id: `module-${MODULES[module]!.code}`,
        seats: 10,
        created_at: AT,
        closed_at: closedOn && during(closedOn),
        cancelled_at: cancelledOn && during(cancelledOn),
        cancel_reason: cancelledOn && 'Erreur',
      })
      .execute();
  for (const { on, house, size, recordedOn, withdrawnOn } of meetings)
    await db
      .insertInto('meeting')
      .values({
        id: newId(),
        held_on: on,
        place: 'Foyer',
        house_id: house,
        unit_id: 'A',
        audience_size: size,
        created_at: during(recordedOn),
        withdrawn_at: withdrawnOn && during(withdrawnOn),
        withdrawn_reason: withdrawnOn && 'Erreur',
      })
      .execute();
}
