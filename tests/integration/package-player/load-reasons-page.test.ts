import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Commit } from '#domain/packaging/commit.ts';
import { civilDateOf } from '#domain/time/civil-date.ts';
import { loadReasonsPage } from '#features/package-player/load-reasons-page.ts';
import { receiveCommit } from '#features/package-player/receive-commit.ts';
import { createPerson } from '#features/people/create-person.ts';
import { amina } from '#db/seeds/cast.ts';
import { newId } from '#platform/ids.ts';
import { actAt, admit } from '#tests/support/learner.ts';
import { openSignedIn } from '#tests/support/packages/open-signed-in.ts';
import { installPackage, type Installing } from '#tests/support/packages/sample-packages.ts';
import { testDatabase } from '#tests/support/test-database.ts';
import { testTasks } from '#tests/support/test-tasks.ts';
import { core, SAYING_NOTHING } from './commit-scene.ts';

type Said = Partial<Commit>;

const PASSED: Said[] = [{ data: core({ score: { raw: '90' }, lesson_status: 'passed' }) }];
const BELOW: Said[] = [{ data: core({ score: { raw: '30' }, lesson_status: 'failed' }) }];
const BEGUN: Said[] = [{ data: core({ lesson_status: 'incomplete' }) }];

/** The page of a package once so many people have opened it and said this. */
async function pageAfter(people: readonly (readonly Said[])[], installing: Installing = {}) {
  const db = await testDatabase();
  await admit(db);
  const dataFolder = await mkdtemp(join(tmpdir(), 'reperes-raisons-'));
  onTestFinished(() => rm(dataFolder, { recursive: true, force: true }));
  await installPackage({ db, dataFolder }, installing);
  for (const said of people) await play(db, said);
  return loadReasonsPage({ db, tasks: testTasks(db) }, 'paquet-m90');
}

async function play(db: Kysely<Database>, said: readonly Said[]): Promise<void> {
  const personId = newId();
  const act = { ...actAt('08:00'), by: null };
  await createPerson(db, act, { ...amina, hrNumber: null, personId, fromDate: civilDateOf(act.at) });
  const own = { ...actAt('10:00'), by: personId };
  await openSignedIn(db, own, { code: 'm90' });
  const { id } = await db
    .selectFrom('package_attempt')
    .where('person_id', '=', personId)
    .select('id')
    .executeTakeFirstOrThrow();
  for (const [place, commit] of said.entries())
    await receiveCommit(db, {
      attemptId: id,
      commit: { ...SAYING_NOTHING, sequence: place + 1, ...commit },
      now: own.at,
      requestId: null,
    });
}

const times = (count: number, said: readonly Said[]) => Array.from({ length: count }, () => said);

describe('why a package is complete or not', () => {
  test('counts people by reason, and says what the item asks', async () => {
    const page = await pageAfter([...times(6, PASSED), ...times(7, BELOW), ...times(5, [])]);
    expect(page).toMatchObject({ title: 'Écouter et orienter', rule: 'all', opened: 18, completed: '6' });
    const [item] = page!.items;
    expect(item!.needs.join(' ')).toMatch(/80/);
    expect(item!.lines).toEqual([
      { words: 'Pas encore ouvert.', count: '5' },
      { words: 'À reprendre : le score est au-dessous du seuil demandé.', count: '7' },
      { words: 'Réussi : le score atteint le seuil demandé.', count: '6' },
    ]);
  });

  test('hides a small group, and the one that would give it away', async () => {
    const page = await pageAfter([...times(8, PASSED), ...times(6, BELOW), ...times(1, BEGUN)]);
    expect(page!.items[0]!.lines.map(({ count }) => count)).toEqual([
      'moins de 5, ou non montré',
      'moins de 5, ou non montré',
      '8',
    ]);
  });

  test('shows nothing of four people', async () => {
    const page = await pageAfter(times(4, PASSED));
    expect(page).toMatchObject({ opened: null, completed: 'moins de 5, ou non montré' });
    expect(page!.items[0]!.lines).toEqual([]);
  });

  test('there is no such page for our own modules', async () => {
    const db = await testDatabase();
    expect(await loadReasonsPage({ db, tasks: testTasks(db) }, 'rien')).toBeNull();
  });
});
