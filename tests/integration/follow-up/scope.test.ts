import { expect, test } from 'vitest';
import type { Actor } from '#domain/identity/roles.ts';
import { ExportQuery, FollowUpQuery, UnitQuery } from '#features/follow-up/forms.ts';
import { loadFollowUpPage } from '#features/follow-up/load-follow-up-page.ts';
import { loadUnitExport } from '#features/follow-up/load-unit-export.ts';
import { loadUnitPage } from '#features/follow-up/load-unit-page.ts';
import { testTasks } from '#tests/support/test-tasks.ts';
import { actorWith, admitTo, followedOrganisation, NOW, TODAY, unitIdOf } from './followed-organisation.ts';

type Db = Awaited<ReturnType<typeof followedOrganisation>>['db'];

test('a manager opens the units they manage and all below; beside and above are as if they were not there', async () => {
  const { db } = await followedOrganisation();
  const manager = await actorWith(db, 'manager', 'A');
  expect(await opened(db, manager)).toEqual({ page: ['A', 'A1'], file: ['A', 'A1'] });
  expect(await treesOf(db, manager)).toEqual([['A', 'A1']]);
});

test('a unit managed below another one that is managed stands in its tree only', async () => {
  const { db } = await followedOrganisation();
  const [a, a1, b] = [await unitIdOf(db, 'A'), await unitIdOf(db, 'A1'), await unitIdOf(db, 'B')];
  const manager = await actorWith(db, 'learner');
  const roles = [a, a1, b].map((unitId) => ({ role: 'manager', unitId }) as const);
  expect(await treesOf(db, { ...manager, roles })).toEqual([['A', 'A1'], ['B']]);
});

test('an administrator opens every unit; who manages nothing opens none', async () => {
  const { db } = await followedOrganisation();
  const all = ['TOP', 'A', 'A1', 'B'];
  expect(await opened(db, await actorWith(db, 'administrator'))).toEqual({ page: all, file: all });
  expect(await opened(db, await actorWith(db, 'trainer'))).toEqual({ page: [], file: [] });
  expect(await treesOf(db, await actorWith(db, 'trainer'))).toEqual([]);
});

test('the path above a unit begins where what the actor may see begins', async () => {
  const { db } = await followedOrganisation();
  const page = await pageOf(db, await actorWith(db, 'manager', 'A'), 'A1');
  expect(page?.path.map(({ code }) => code)).toEqual(['A', 'A1']);
});

test('people are found by any words of their name or number, without accents or case', async () => {
  const { db } = await followedOrganisation();
  await admitTo(db, 'A', { name: 'Le Floc’h-Éluard', given: 'Zoé', hr: 'D-0042' });
  await admitTo(db, 'A1', { name: 'Petit' });
  await admitTo(db, 'B', { name: 'Éluard' });
  const manager = await actorWith(db, 'manager', 'A');
  for (const recherche of ['eluard', "ZOE le floc'h", 'd-0042', 'Éluard  Zoé']) {
    const page = await pageOf(db, manager, 'A', { recherche });
    expect(
      page?.people.map(({ hrNumber }) => hrNumber),
      recherche,
    ).toEqual(['D-0042']);
  }
  expect((await pageOf(db, manager, 'A', { recherche: '%' }))?.peopleCount).toBe(2);
  expect((await pageOf(db, manager, 'A', { recherche: 'dupont' }))?.peopleCount).toBe(0);
});

async function opened(db: Db, actor: Actor) {
  const page: string[] = [];
  const file: string[] = [];
  for (const code of ['TOP', 'A', 'A1', 'B', 'NOWHERE']) {
    if (await pageOf(db, actor, code)) page.push(code);
    const query = ExportQuery.parse({});
    if (await loadUnitExport(db, actor, { code, query, format: 'csv', today: TODAY, now: NOW })) file.push(code);
  }
  return { page, file };
}

function pageOf(db: Db, actor: Actor, code: string, parameters: Record<string, string> = {}) {
  const url = new URL(`http://localhost/suivi/${code}`);
  return loadUnitPage({ db, tasks: testTasks(db) }, actor, {
    code,
    query: UnitQuery.parse(parameters),
    today: TODAY,
    url,
  });
}

async function treesOf(db: Db, actor: Actor) {
  const page = await loadFollowUpPage({ db, tasks: testTasks(db) }, actor, {
    query: FollowUpQuery.parse({}),
    today: TODAY,
  });
  if (!page || !('situation' in page)) throw new Error('there is no page');
  return page.trees.map(({ rows }) => rows.map(({ unit }) => unit.code));
}
