import { describe, expect, test } from 'vitest';
import type { Act } from '#domain/identity/act.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { parseInstant } from '#domain/time/instant.ts';
import { createPerson } from '#features/people/create-person.ts';
import { createUnit } from '#features/people/create-unit.ts';
import { giveRole } from '#features/people/give-role.ts';
import { loadUnitPeoplePage } from '#features/people/load-unit-people-page.ts';
import { movePerson } from '#features/people/move-person.ts';
import { countUnits, listUnitLines } from '#features/people/unit-line-queries.ts';
import { testTasks } from '#tests/support/test-tasks.ts';
import { testDatabase } from '#tests/support/test-database.ts';

const act: Act = { by: null, at: parseInstant('2026-01-05T08:00:00Z'), requestId: null };
const day = (text: string) => text as CivilDate;

async function smallOrganisation() {
  const db = await testDatabase();
  await createUnit(db, act, { code: 'TOP', name: 'Sommet', parentCode: null });
  await createUnit(db, act, { code: 'A', name: 'Unité A', parentCode: 'TOP' });
  await createUnit(db, act, { code: 'A1', name: 'Équipe A1', parentCode: 'A' });
  await createUnit(db, act, { code: 'B', name: 'Unité B', parentCode: 'TOP' });
  const created = await createPerson(db, act, {
    hrNumber: 'X1',
    givenName: 'Zoé',
    familyName: 'L’Hostis',
    status: 'military',
    unitCode: 'A1',
    fromDate: day('2025-09-01'),
  });
  if (created.outcome !== 'created') throw new Error(created.outcome);
  return { db, personId: created.personId };
}

const journalVerbs = async (db: Awaited<ReturnType<typeof testDatabase>>) =>
  (await db.selectFrom('journal').select('verb').orderBy('verb').execute()).map((row) => row.verb);

describe('units', () => {
  test('a unit stands below itself and below all that its parent stands below', async () => {
    const { db } = await smallOrganisation();
    const ancestors = await db
      .selectFrom('unit_closure')
      .innerJoin('unit', 'unit.id', 'ancestor_id')
      .where('descendant_id', '=', (eb) => eb.selectFrom('unit').where('code', '=', 'A1').select('id'))
      .select(['unit.code', 'depth'])
      .orderBy('depth')
      .execute();
    expect(ancestors).toEqual([
      { code: 'A1', depth: 0 },
      { code: 'A', depth: 1 },
      { code: 'TOP', depth: 2 },
    ]);
  });

  test('a code is used once', async () => {
    const { db } = await smallOrganisation();
    expect(await createUnit(db, act, { code: 'A', name: 'Autre', parentCode: null })).toEqual({
      outcome: 'code-taken',
    });
  });

  test('a parent has to exist', async () => {
    const { db } = await smallOrganisation();
    const result = await createUnit(db, act, { code: 'C', name: 'Unité C', parentCode: 'NOPE' });
    expect(result).toEqual({ outcome: 'no-such-parent' });
  });
});

describe('people', () => {
  test('an HR number is one person, whatever their name', async () => {
    const { db } = await smallOrganisation();
    const again = { hrNumber: 'X1', givenName: 'Zoé', familyName: 'Autre', status: 'civilian', unitCode: 'B' } as const;
    expect(await createPerson(db, act, { ...again, fromDate: day('2026-01-01') })).toEqual({
      outcome: 'hr-number-taken',
    });
  });

  test('namesakes are two persons', async () => {
    const { db } = await smallOrganisation();
    const namesake = {
      hrNumber: 'X2',
      givenName: 'Zoé',
      familyName: 'L’Hostis',
      status: 'military',
      unitCode: 'B',
    } as const;
    const result = await createPerson(db, act, { ...namesake, fromDate: day('2026-01-01') });
    expect(result.outcome).toBe('created');
  });

  test('a person is not added to a unit that does not exist', async () => {
    const { db } = await smallOrganisation();
    const lost = { hrNumber: 'X3', givenName: 'A', familyName: 'B', status: 'military', unitCode: 'NOPE' } as const;
    expect(await createPerson(db, act, { ...lost, fromDate: day('2026-01-01') })).toEqual({ outcome: 'no-such-unit' });
  });

  test('a transfer closes one membership and opens the next; the past keeps its unit', async () => {
    const { db, personId } = await smallOrganisation();
    expect(await movePerson(db, act, { personId, unitCode: 'B', on: day('2026-08-01') })).toEqual({ outcome: 'moved' });

    const namesOn = async (unitCode: string, on: string) =>
      (
        await loadUnitPeoplePage({ db, tasks: testTasks(db) }, { unitCode, on: day(on), search: '', pageNumber: 1 })
      )?.people.map((p) => p.familyName);
    expect(await namesOn('A', '2026-07-31')).toEqual(['L’Hostis']);
    expect(await namesOn('A', '2026-08-01')).toEqual([]);
    expect(await namesOn('B', '2026-08-01')).toEqual(['L’Hostis']);
    expect(await namesOn('TOP', '2026-08-01')).toEqual(['L’Hostis']);
  });

  test('a transfer sent twice changes nothing', async () => {
    const { db, personId } = await smallOrganisation();
    await movePerson(db, act, { personId, unitCode: 'B', on: day('2026-08-01') });
    const again = await movePerson(db, act, { personId, unitCode: 'B', on: day('2026-08-01') });
    expect(again).toEqual({ outcome: 'already-there' });
    expect(await db.selectFrom('membership').select('id').execute()).toHaveLength(2);
  });

  test('a transfer is refused before an arrival to come, and to a unit that does not exist', async () => {
    const { db, personId } = await smallOrganisation();
    await movePerson(db, act, { personId, unitCode: 'B', on: day('2026-08-01') });
    expect(await movePerson(db, act, { personId, unitCode: 'A', on: day('2026-07-01') })).toEqual({
      outcome: 'before-arrival',
    });
    expect(await movePerson(db, act, { personId, unitCode: 'NOPE', on: day('2026-09-01') })).toEqual({
      outcome: 'no-such-unit',
    });
  });
});

describe('roles', () => {
  test('a manager is given a unit, and the journal says so once', async () => {
    const { db, personId } = await smallOrganisation();
    const role = { personId, role: 'manager', unitCode: 'A' } as const;
    expect(await giveRole(db, act, role)).toEqual({ outcome: 'given' });
    expect(await giveRole(db, act, role)).toEqual({ outcome: 'already-held' });
    expect((await journalVerbs(db)).filter((verb) => verb === 'role:give')).toHaveLength(1);
  });

  test.each([
    [{ role: 'manager', unitCode: null }, 'unit-required'],
    [{ role: 'trainer', unitCode: 'A' }, 'unit-not-allowed'],
    [{ role: 'manager', unitCode: 'NOPE' }, 'no-such-unit'],
  ] as const)('%o is refused: %s', async (role, outcome) => {
    const { db, personId } = await smallOrganisation();
    expect(await giveRole(db, act, { personId, ...role })).toEqual({ outcome });
  });
});

test('a search finds a person by name, HR number or username, and an empty unit says so', async () => {
  const { db } = await smallOrganisation();
  const search = async (text: string) =>
    (
      await loadUnitPeoplePage(
        { db, tasks: testTasks(db) },
        { unitCode: 'TOP', on: day('2026-02-01'), search: text, pageNumber: 1 },
      )
    )?.count;
  expect(await search('hostis')).toBe(1);
  expect(await search('X1')).toBe(1);
  expect(await search('100%')).toBe(0);
  expect(
    await loadUnitPeoplePage(
      { db, tasks: testTasks(db) },
      { unitCode: 'NOPE', on: day('2026-02-01'), search: '', pageNumber: 1 },
    ),
  ).toBeNull();
});

test('units are listed by pages in the order of the tree, and found by name or code, whatever its accents', async () => {
  const db = await testDatabase();
  await createUnit(db, act, { code: 'TOP', name: 'Sommet', parentCode: null });
  await createUnit(db, act, { code: 'B', name: 'École navale', parentCode: 'TOP' });
  await createUnit(db, act, { code: 'A', name: 'Régiment', parentCode: 'TOP' });
  await createUnit(db, act, { code: 'A1', name: 'Compagnie', parentCode: 'A' });
  const on = day('2026-02-01');
  const codes = async (search: string, page?: { limit: number; offset: number }) =>
    (await listUnitLines(db, { on, search }, page)).map(({ code }) => code);
  expect(await codes('')).toEqual(['TOP', 'A', 'A1', 'B']);
  expect(await codes('', { limit: 2, offset: 1 })).toEqual(['A', 'A1']);
  expect(await codes('ecole')).toEqual(['B']);
  expect(await codes('a1')).toEqual(['A1']);
  expect(await codes('rien')).toEqual([]);
  expect([await countUnits(db, ''), await countUnits(db, 'ecole')]).toEqual([4, 1]);
});
