import type { Kysely } from 'kysely';
import { expect, test } from 'vitest';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#domain/identity/roles.ts';
import { concernedIn } from '#domain/obligation/obligation-counts.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { createProgramme } from '#features/obligations/create-programme.ts';
import { FollowUpQuery } from '#features/follow-up/forms.ts';
import { loadFollowUpPage, type FollowUpPage } from '#features/follow-up/load-follow-up-page.ts';
import { testTasks } from '#tests/support/test-tasks.ts';
import { testDatabase } from '#tests/support/test-database.ts';
import { followUpCast } from './follow-up-cast.ts';
import { act, actorWith, TODAY } from './followed-organisation.ts';

const load = (db: Kysely<Database>, actor: Actor, parameters: Record<string, string> = {}) =>
  loadFollowUpPage({ db, tasks: testTasks(db) }, actor, { query: FollowUpQuery.parse(parameters), today: TODAY });

const loadShown = async (...args: Parameters<typeof load>) => (await load(...args)) as FollowUpPage;

const shown = ({ trees }: FollowUpPage) =>
  trees.map(({ rows }) =>
    rows.map(({ unit, depth, counts }) => `${'· '.repeat(depth)}${unit.code} ${concernedIn(counts)}`),
  );

test('each unit of a tree counts its subtree, distinct persons', async () => {
  const { db, administrator } = await followUpCast();
  expect(shown(await loadShown(db, administrator))).toEqual([['TOP 7', '· A 6', '· · A1 4', '· B 1']]);
  expect(shown(await loadShown(db, await actorWith(db, 'manager', 'A')))).toEqual([['A 6', '· A1 4']]);
});

test('the figures of a unit are those of its people, and the pace is that of the last 28 days', async () => {
  const { db } = await followUpCast();
  const { trees } = await loadShown(db, await actorWith(db, 'manager', 'A'));
  expect(trees[0]!.rows[0]).toMatchObject({
    counts: { done: 1, 'done-elsewhere': 1, exempt: 1, absent: 1, 'in-progress': 1, 'not-started': 1 },
    doneInWindow: 1,
  });
});

test('a past day shows what was known of it', async () => {
  const { db } = await followUpCast();
  const page = await loadShown(db, await actorWith(db, 'manager', 'A'), { au: '2026-06-15' });
  expect(page.trees[0]!.rows[0]!.counts).toMatchObject({ done: 1, 'done-elsewhere': 0, exempt: 1, 'not-started': 4 });
  expect(page.view).toEqual({ programme: null, day: '2026-06-15', module: null });
});

test.each(['2026-11-24', '2026-02-30', 'hier'])('%s is no past day: today is shown, and said', async (au) => {
  const { db, administrator } = await followUpCast();
  expect(await load(db, administrator, { au })).toMatchObject({ isDayRefused: true, situation: { day: TODAY } });
});

test('siblings are sorted by rate or by what remains, below their own unit', async () => {
  const { db, administrator } = await followUpCast();
  const codes = async (tri: string) =>
    (await loadShown(db, administrator, { tri })).trees[0]!.rows.map(({ unit }) => unit.code);
  expect(await codes('taux')).toEqual(['TOP', 'B', 'A', 'A1']);
  expect(await codes('-taux')).toEqual(['TOP', 'A', 'A1', 'B']);
  expect(await codes('-nom')).toEqual(['TOP', 'B', 'A', 'A1']);
});

test('fewer levels can be asked for', async () => {
  const { db, administrator } = await followUpCast();
  expect(shown(await loadShown(db, administrator, { niveaux: '2' }))).toEqual([['TOP 7', '· A 6', '· B 1']]);
});

test('of several programmes, the next deadline is shown, and another can be asked for', async () => {
  const { db, administrator } = await followUpCast();
  const other = { name: 'Autre', opensOn: '2025-01-01' as CivilDate, moduleCodes: ['m1'] };
  await createProgramme(db, act, { ...other, slug: 'passe', deadline: '2026-10-31' as CivilDate });
  await createProgramme(db, act, { ...other, slug: 'suivant', deadline: '2027-12-31' as CivilDate });
  expect(await load(db, administrator)).toMatchObject({ situation: { programme: { slug: 'vss' } } });
  expect(await load(db, administrator, { programme: 'suivant' })).toMatchObject({ view: { programme: 'suivant' } });
  expect(await load(db, administrator, { programme: 'inconnu' })).toBeNull();
});

test('before a first programme there is nothing to follow up, and no error', async () => {
  const db = await testDatabase();
  const actor = await actorWith(db, 'administrator');
  expect(await load(db, actor)).toEqual({ programmes: [] });
  expect(await load(db, actor, { programme: 'inconnu' })).toBeNull();
});
