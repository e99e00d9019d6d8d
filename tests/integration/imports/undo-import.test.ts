import { expect, test } from 'vitest';
import { createAccount } from '#features/sign-in/create-account.ts';
import { giveRole } from '#features/people/give-role.ts';
import { movePerson } from '#features/people/move-person.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { act, factsOf, installation, later, type Installation } from './installation.ts';

const HEADER = 'matricule;nom;prénom;statut;unité;depuis;fonction;désigné depuis;motif;absence au';
const FIRST = `${HEADER}
M1;Martin;Zoé;militaire;A1;01/09/2025;Soutien;oui;mission;31/01/2027
M2;Benali;Amina;civil;B;01/09/2025;;;;`;
const SECOND = `${HEADER}
M1;Martin-Roy;Zoé;militaire;B;;Santé;oui;maladie;15/01/2027
M3;Petit;Luc;civil;A;01/06/2026;;oui;congé;01/03/2027`;

/** The first file long ago, the second one at `on`. */
async function twiceImported(on = later) {
  const here = await installation();
  await here.importNow(FIRST);
  const before = await factsOf(here);
  const second = await here.importNow(SECOND, { act: on, left: 'all' });
  expect(second).toMatchObject({ outcome: 'applied', result: { new: 1, moved: 1, left: 1 } });
  return { here, before, batchId: second.batchId };
}

test('undone on its own day, an import leaves nothing behind', async () => {
  const { here, before, batchId } = await twiceImported();
  expect(await here.undo(batchId, later)).toEqual({ outcome: 'undone' });
  expect(await factsOf(here)).toEqual(before);
  expect(await here.undo(batchId, later)).toEqual({ outcome: 'not-applied' });
  expect(await factsOf(here)).toEqual(before);
});

test('undone on the day of everything, also what began that very day', async () => {
  const { here, before, batchId } = await twiceImported(act);
  expect(await here.undo(batchId, act)).toEqual({ outcome: 'undone' });
  expect(await factsOf(here)).toEqual(before);
});

test('undone later, the days gone by keep their facts, and today is as before', async () => {
  const { here, before, batchId } = await twiceImported();
  const lived = await factsOf(here);
  const muchLater = { ...act, at: '2026-12-10T10:00:00Z' as typeof act.at };
  expect(await here.undo(batchId, muchLater)).toEqual({ outcome: 'undone' });
  const after = await factsOf(here);
  for (const day of ['2025-12-01', '2026-11-30', '2026-12-03', '2026-12-09'])
    expect(standingOn(day, after), day).toEqual(standingOn(day, lived));
  expect(standingOn('2026-12-10', after)).toEqual(standingOn('2026-12-10', before));
  expect(after.people.map(({ hr_number }) => hr_number)).toEqual(['M1', 'M2', 'M3']);
  expect(after.people[0]).toMatchObject({ family_name: 'Martin', job: 'Soutien' });
});

test('units come back to their places too', async () => {
  const here = await installation();
  const before = await factsOf(here);
  const { batchId } = await here.importNow('code;nom;rattachement\nC;C;ORG\nA;Neuf;C', { act: later, left: 'all' });
  expect(await here.undo(batchId, later)).toEqual({ outcome: 'undone' });
  const after = await factsOf(here);
  expect(after.units).toEqual(before.units);
  expect(standing(after.places)).toEqual(standing(before.places));
});

test('only the last import can be undone', async () => {
  const here = await installation();
  const first = await here.importNow(FIRST);
  const soon = { ...act, at: '2026-11-23T11:00:00Z' as typeof act.at };
  await here.importNow(SECOND, { act: soon });
  const before = await factsOf(here);
  expect(await here.undo(first.batchId)).toEqual({ outcome: 'not-last' });
  expect(await factsOf(here)).toEqual(before);
});

test('an import whose people have begun to serve is not undone, and says why', async () => {
  const { here, batchId } = await twiceImported();
  const personId = await idOf(here, 'M3');
  await createAccount(here.db, later, {
    personId,
    username: 'luc',
    password: 'un-mot-de-passe-assez-long',
    mustChangePassword: false,
  });
  await giveRole(here.db, later, { personId, role: 'trainer', unitCode: null });
  const before = await factsOf(here);
  expect(await here.undo(batchId, later)).toEqual({ outcome: 'in-use', uses: ['account', 'role_grant'] });
  expect(await factsOf(here)).toEqual(before);
});

test('who was moved again by hand stays there', async () => {
  const { here, batchId } = await twiceImported();
  const nextDay = { ...act, at: '2026-12-05T10:00:00Z' as typeof act.at };
  await movePerson(here.db, nextDay, {
    personId: await idOf(here, 'M1'),
    unitCode: 'A',
    on: '2026-12-05' as CivilDate,
  });
  expect(await here.undo(batchId, nextDay)).toEqual({ outcome: 'undone' });
  const now = standingOn('2026-12-05', await factsOf(here)).memberships;
  expect(now.filter(({ family_name }) => family_name === 'Martin').map(({ code }) => code)).toEqual(['A']);
});

async function idOf({ db }: Installation, hrNumber: string): Promise<string> {
  const row = await db.selectFrom('person').where('hr_number', '=', hrNumber).select('id').executeTakeFirstOrThrow();
  return row.id;
}

type Facts = Awaited<ReturnType<typeof factsOf>>;

/** The facts that count on a day, without their ends; a person is told by the start of the name. */
function standingOn(day: string, facts: Facts) {
  const on = (rows: Record<string, unknown>[]) =>
    rows
      .filter(({ from_date, to_date }) => String(from_date) <= day && (to_date === null || String(to_date) > day))
      .map((row) => ({
        ...row,
        family_name: String(row.family_name).split('-')[0],
        from_date: null,
        to_date: null,
      }))
      .sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
  return {
    memberships: on(facts.memberships) as { family_name: string; code?: string }[],
    designations: on(facts.designations),
    // The category of an absence is nobody's figure: when the absence counts is what must not change.
    absences: on(facts.absences).map((row) => ({ ...row, category: null })),
  };
}

const standing = (places: Record<string, unknown>[]) =>
  places.filter(({ to_date }) => to_date === null).map(({ above, below, depth }) => [above, below, depth]);
