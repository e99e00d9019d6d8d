import type { Kysely } from 'kysely';
import { describe, expect, test } from 'vitest';
import type { Database } from '#db/schema.ts';
import { amina } from '#db/seeds/cast.ts';
import type { Act } from '#domain/identity/act.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { parseInstant } from '#domain/time/instant.ts';
import { loadAssessmentPage } from '#features/assessments/load-assessment-page.ts';
import { loadAttestationPage } from '#features/assessments/load-attestation-page.ts';
import { beginModule } from '#features/learning/begin-module.ts';
import { loadModulePage } from '#features/learning/load-module-page.ts';
import { loadParcoursPage } from '#features/learning/load-parcours-page.ts';
import { markLessonRead } from '#features/learning/mark-lesson-read.ts';
import { createProgramme } from '#features/obligations/create-programme.ts';
import { designatePerson } from '#features/obligations/designate-person.ts';
import { everythingWritten, aminaAndOneModule, insertFinishedAttempt } from './scene.ts';

const { personId } = amina;
const day = (text: string) => text as CivilDate;
const actOn = (date: string): Act => ({ by: personId, at: parseInstant(`${date}T10:00:00Z`), requestId: null });
const pageOn = (db: Kysely<Database>, date: string) => loadModulePage(db, personId, { code: 'm1', today: day(date) });

/** Amina did the module in March 2026; from January 2027 on, a second programme asks for it anew. */
async function doneInMarch(): Promise<{ db: Kysely<Database>; versionId: string }> {
  const { db, versionId } = await aminaAndOneModule();
  for (const [slug, name, deadline, countsFrom] of [
    ['initiale', 'Formation initiale', '2026-12-31', null],
    ['annuelle', 'Recyclage 2027', '2027-12-31', '2027-01-01'],
  ] as const) {
    const programme = { slug, name, deadline: day(deadline), opensOn: day('2026-01-01'), moduleCodes: ['m1'] };
    await createProgramme(db, actOn('2026-01-05'), { ...programme, countsFrom: countsFrom && day(countsFrom) });
    await designatePerson(db, actOn('2026-01-05'), { programme: slug, personId, from: day('2026-01-05') });
  }
  await complete(db, versionId, '2026-03-12');
  return { db, versionId };
}

async function complete(db: Kysely<Database>, versionId: string, on: string, windowFrom?: string): Promise<void> {
  await markLessonRead(db, actOn(on), { code: 'm1', lesson: '01-reperer' });
  await insertFinishedAttempt(db, { versionId, isPassed: true, at: actOn(on).at, windowFrom });
  await markLessonRead(db, actOn(on), { code: 'm1', lesson: '02-orienter' });
}

const completionsOf = (db: Kysely<Database>) =>
  db.selectFrom('completion').select(['done_on', 'withdrawn_on']).orderBy('done_on').execute();

describe('a module that is asked for again', () => {
  test('is done until the day comes, and says from when it is asked again', async () => {
    const { db } = await doneInMarch();
    const page = await pageOn(db, '2026-12-31');
    expect(page).toMatchObject({ standing: { state: 'completed' }, next: 'review', doneOn: '2026-03-12', earlier: [] });
    expect(page?.asking).toMatchObject({ now: [], later: [{ programme: 'Recyclage 2027', countsFrom: '2027-01-01' }] });
    const { programmes } = await loadParcoursPage(db, personId, day('2026-12-31'));
    expect(programmes.map(({ name, state, modules }) => [name, state, modules[0]?.again?.isDue])).toEqual([
      ['Formation initiale', 'done', undefined],
      ['Recyclage 2027', 'to-do', false],
    ]);
  });

  test('is to do again for that programme alone, from its beginning, and the earlier completion stays', async () => {
    const { db } = await doneInMarch();
    const page = await pageOn(db, '2027-01-01');
    expect(page).toMatchObject({ standing: { state: 'not-started' }, next: 'again', isBegun: false, isPassed: false });
    expect(page?.asking.now).toMatchObject([{ programme: 'Recyclage 2027', deadline: '2027-12-31' }]);
    expect(page?.plan.map(({ readAt }) => readAt)).toEqual([null, null]);
    expect(page?.earlier).toMatchObject([{ doneOn: '2026-03-12' }]);
    const attestation = page!.earlier[0]!.attestationHref.split('/').at(-1)!;
    expect(await loadAttestationPage(db, personId, attestation)).toMatchObject({ doneOn: '2026-03-12' });
    const { programmes } = await loadParcoursPage(db, personId, day('2027-01-01'));
    expect(programmes.map(({ state, modules: [line] }) => [state, line!.standing.state, line!.again?.isDue])).toEqual([
      ['done', 'completed', undefined],
      ['to-do', 'not-started', true],
    ]);
    expect(programmes[1]!.modules[0]).toMatchObject({ doneOn: '2026-03-12', readCount: 0 });
  });

  test('begins again once, however often it is sent', async () => {
    const { db } = await doneInMarch();
    const window = { from: '2027-01-01', to: null };
    expect(await beginModule(db, actOn('2027-02-01'), { code: 'm1' })).toMatchObject({ outcome: 'begun', window });
    const before = await everythingWritten(db);
    expect(await beginModule(db, actOn('2027-02-02'), { code: 'm1' })).toMatchObject({
      outcome: 'already-begun',
      window,
    });
    expect(await everythingWritten(db)).toEqual(before);
    expect(await pageOn(db, '2027-02-02')).toMatchObject({ standing: { state: 'in-progress' }, next: 'resume' });
  });

  test('has an assessment of its own, and is complete by what was done in its window alone', async () => {
    const { db, versionId } = await doneInMarch();
    await beginModule(db, actOn('2027-02-01'), { code: 'm1' });
    const [completion] = await completionsOf(db);
    for (const lesson of ['01-reperer', '02-orienter'])
      await markLessonRead(db, actOn('2027-02-01'), { code: 'm1', lesson });
    expect(await completionsOf(db)).toEqual([completion]);
    const assessment = { code: 'm1', today: day('2027-02-02') };
    expect(await loadAssessmentPage(db, personId, assessment)).toMatchObject({
      outcome: 'shown',
      page: { hasPassed: false, hasResult: false },
    });
    await complete(db, versionId, '2027-02-03', '2027-01-01');
    await beginModule(db, actOn('2027-02-03'), { code: 'm1' });
    expect(await completionsOf(db)).toEqual([completion, { done_on: '2027-02-03', withdrawn_on: null }]);
    const page = await pageOn(db, '2027-02-03');
    expect(page).toMatchObject({
      standing: { state: 'completed' },
      doneOn: '2027-02-03',
      asking: { now: [], later: [] },
    });
    expect(page?.earlier).toMatchObject([{ doneOn: '2026-03-12' }]);
    const { programmes } = await loadParcoursPage(db, personId, day('2027-02-03'));
    expect(programmes.map(({ state }) => state)).toEqual(['done', 'done']);
  });
});

test('what was begun and not completed goes on across the day, and answers both programmes', async () => {
  const { db, versionId } = await aminaAndOneModule();
  await markLessonRead(db, actOn('2026-03-12'), { code: 'm1', lesson: '01-reperer' });
  const programme = { slug: 'annuelle', name: 'Recyclage 2027', opensOn: day('2026-01-01'), moduleCodes: ['m1'] };
  const countsFrom = day('2027-01-01');
  await createProgramme(db, actOn('2026-06-01'), { ...programme, deadline: day('2027-12-31'), countsFrom });
  await designatePerson(db, actOn('2026-06-01'), { programme: 'annuelle', personId, from: day('2026-06-01') });
  const page = await pageOn(db, '2027-01-02');
  expect(page).toMatchObject({ next: 'resume', asking: { now: [], later: [] } });
  expect(page?.plan.map(({ readAt }) => readAt !== null)).toEqual([true, false]);
  await insertFinishedAttempt(db, { versionId, isPassed: true, at: actOn('2027-01-03').at });
  await markLessonRead(db, actOn('2027-01-03'), { code: 'm1', lesson: '02-orienter' });
  const { programmes } = await loadParcoursPage(db, personId, day('2027-01-03'));
  expect(programmes.map(({ state }) => state)).toEqual(['done']);
});
