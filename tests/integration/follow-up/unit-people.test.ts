import type { Kysely } from 'kysely';
import { expect, test } from 'vitest';
import type { Database } from '#db/schema.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { parseInstant } from '#domain/time/instant.ts';
import { correctPerson } from '#features/people/correct-person.ts';
import { movePerson } from '#features/people/move-person.ts';
import { UnitQuery } from '#features/follow-up/forms.ts';
import { loadUnitPage, type UnitPage } from '#features/follow-up/load-unit-page.ts';
import { insertPublishedModule, smallModule } from '#tests/support/published-module.ts';
import { testTasks } from '#tests/support/test-tasks.ts';
import { followUpCast } from './follow-up-cast.ts';
import { act, actorWith, admitTo, TODAY } from './followed-organisation.ts';

async function load(
  db: Kysely<Database>,
  code: string,
  parameters: Record<string, string> = {},
  today = TODAY,
): Promise<UnitPage | null> {
  const url = new URL(`http://localhost/suivi/${code}?${new URLSearchParams(parameters)}`);
  return loadUnitPage({ db, tasks: testTasks(db) }, await actorWith(db, 'administrator'), {
    code,
    query: UnitQuery.parse(parameters),
    today,
    url,
  });
}

const names = (page: UnitPage | null) => page!.people.map(({ givenName }) => givenName);

test('lists everybody concerned below the unit, by name without regard to accents or case', async () => {
  const { db } = await followUpCast();
  const page = await load(db, 'A');
  expect(page!.people.map(({ familyName }) => familyName)).toEqual([
    'Cœurdevey',
    'd’Escrivan',
    'Le Floc’h',
    'Muñoz',
    'Olivier',
    'Saint-Martin',
  ]);
  expect(page!.peopleCount).toBe(6);
});

test('says of each person where they stand, since when, and in which version', async () => {
  const { db } = await followUpCast();
  const { people } = (await load(db, 'A'))!;
  expect(people.map(({ givenName, standing, units }) => [givenName, standing, units.map(({ code }) => code)])).toEqual([
    ['Zoé', { state: 'done-elsewhere', since: '2026-11-10' }, ['A']],
    ['Karim', { state: 'in-progress', since: '2026-09-02' }, ['A1']],
    ['Élodie', { state: 'done', since: '2026-06-15' }, ['A1']],
    ['Inès', { state: 'absent', since: '2026-10-01' }, ['A1']],
    ['Olivier', { state: 'not-started', since: null }, ['A1']],
    ['Yann', { state: 'exempt', since: '2026-03-01' }, ['A']],
  ]);
  expect(people[2]!.versions).toEqual([
    { code: 'm1', edition: 1, revision: 1, isEarlier: false, doneOn: '2026-06-15' },
  ]);
});

test('a line carries nothing of how somebody got there', async () => {
  const { db } = await followUpCast();
  const [person] = (await load(db, 'A'))!.people;
  expect(Object.keys(person!).sort()).toEqual([
    'familyName',
    'givenName',
    'hrNumber',
    'isLate',
    'job',
    'personId',
    'rankGroup',
    'standing',
    'status',
    'units',
    'versions',
  ]);
});

test.each<[Record<string, string>, string[]]>([
  [{ etat: 'acheve' }, ['Élodie']],
  [{ etat: 'restants' }, ['Karim', 'Inès', 'Olivier']],
  [{ etat: 'hors-dispenses', statut: 'civilian' }, ['Zoé']],
  [{ etat: 'non-concernes' }, ['Léa']],
  [{ etat: 'inconnu' }, ['Zoé', 'Karim', 'Élodie', 'Inès', 'Olivier', 'Yann']],
  [{ statut: 'civilian' }, ['Zoé', 'Yann']],
  [{ recherche: 'ELODIE' }, ['Élodie']],
  [{ recherche: "le floc'h" }, ['Élodie']],
  [{ recherche: 'munoz inès' }, ['Inès']],
  [{ recherche: 'coeur' }, ['Zoé']],
  [{ recherche: 'saint martin' }, ['Yann']],
  [{ recherche: 'x-karim' }, ['Karim']],
  [{ recherche: '%' }, ['Zoé', 'Karim', 'Élodie', 'Inès', 'Olivier', 'Yann']],
  [{ recherche: 'personne' }, []],
  [{ tri: 'date' }, ['Yann', 'Élodie', 'Karim', 'Inès', 'Zoé', 'Olivier']],
  [{ tri: '-date' }, ['Zoé', 'Inès', 'Karim', 'Élodie', 'Yann', 'Olivier']],
  [{ tri: 'etat' }, ['Élodie', 'Zoé', 'Yann', 'Inès', 'Karim', 'Olivier']],
  [{ tri: '-nom' }, ['Yann', 'Olivier', 'Inès', 'Élodie', 'Karim', 'Zoé']],
  [{ tri: 'unite' }, ['Karim', 'Élodie', 'Inès', 'Olivier', 'Zoé', 'Yann']],
])('answers %o', async (parameters, expected) => {
  const { db } = await followUpCast();
  expect(names(await load(db, 'A', parameters))).toEqual(expected);
});

test('the page shows the direct sub-units only', async () => {
  const { db } = await followUpCast();
  expect((await load(db, 'TOP'))!.children.map(({ unit }) => unit.code)).toEqual(['A', 'B']);
});

test('who has moved is counted where they were on the day', async () => {
  const { db, ids } = await followUpCast();
  await movePerson(db, act, { personId: ids.elodie, unitCode: 'B', on: '2026-09-01' as CivilDate });
  expect(names(await load(db, 'B'))).toEqual(['Élodie', 'Hugo']);
  expect(names(await load(db, 'A1', { etat: 'acheve' }))).toEqual([]);
  expect(names(await load(db, 'A1', { etat: 'acheve', au: '2026-08-31' }))).toEqual(['Élodie']);
});

test('a later edition makes the version an earlier one, from the day it is published', async () => {
  const { db } = await followUpCast();
  await insertPublishedModule(db, smallModule(), { edition: 7 });
  const isEarlier = async (au: string) =>
    (await load(db, 'A', { etat: 'acheve', au }))!.people[0]!.versions[0]!.isEarlier;
  expect(await isEarlier('2026-06-30')).toBe(false);
  expect(await isEarlier('2026-07-01')).toBe(true);
});

test('an edition to be redone puts those who are done back, from its day on', async () => {
  const { db } = await followUpCast();
  await insertPublishedModule(db, smallModule(), { edition: 7, redoFrom: '2026-07-01' });
  const state = async (au: string) => (await load(db, 'A', { recherche: 'élodie', au }))!.people[0]!.standing!.state;
  expect(await state('2026-06-30')).toBe('done');
  expect(await state('2026-07-01')).toBe('not-started');
});

test('after the deadline, those who could have done it are late', async () => {
  const { db } = await followUpCast();
  const late = async (today: string) =>
    (await load(db, 'A', {}, today as CivilDate))!.people
      .filter(({ isLate }) => isLate)
      .map(({ givenName }) => givenName);
  expect(await late('2026-12-31')).toEqual([]);
  expect(await late('2027-01-01')).toEqual(['Karim', 'Olivier']);
});

test('pages hold 50 people, and an address beyond the last one opens the first', async () => {
  const { db } = await followUpCast();
  for (let index = 0; index < 60; index += 1) await admitTo(db, 'B', { status: 'military' });
  const first = (await load(db, 'B', { statut: 'military' }))!;
  const second = (await load(db, 'B', { statut: 'military', page: '2' }))!;
  expect([first.people.length, second.people.length, first.peopleCount, second.peopleCount]).toEqual([50, 11, 61, 61]);
  expect(new Set([...first.people, ...second.people].map(({ personId }) => personId)).size).toBe(61);
  expect(first.links.next).toBe('/suivi/B?statut=military&page=2');
  expect((await load(db, 'B', { page: '9' }))!.links.position).toBe('1 à 50 sur 61');
});

test('a filter of a past day finds who was so that day, whatever they became', async () => {
  const { db, ids } = await followUpCast();
  const became = { status: 'civilian', rankGroup: 'catégorie A', job: 'juriste' } as const;
  const who = { hrNumber: 'X-1', givenName: 'Élodie', familyName: 'Le Floc’h', email: null };
  await correctPerson(db, { ...act, at: parseInstant('2026-11-20T09:00:00Z') }, ids.elodie, { ...who, ...became });
  const military = (au: string) => load(db, 'A1', { statut: 'military', au }).then(names);
  expect(await military('2026-11-19')).toContain('Élodie');
  expect(await military('2026-11-20')).not.toContain('Élodie');
  const lawyers = async (au: string) => (await load(db, 'A1', { fonction: 'juriste', au }))!.people;
  expect(await lawyers('2026-11-19')).toEqual([]);
  expect(await lawyers('2026-11-20')).toMatchObject([{ givenName: 'Élodie', ...became }]);
});
