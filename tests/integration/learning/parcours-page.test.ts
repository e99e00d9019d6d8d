import type { Kysely } from 'kysely';
import { describe, expect, test } from 'vitest';
import type { Database } from '#db/schema.ts';
import { amina } from '#db/seeds/cast.ts';
import type { Actor, Role } from '#domain/identity/roles.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { beginModule } from '#features/learning/begin-module.ts';
import { homeAddress } from '#features/learning/home-address.ts';
import { loadParcoursPage } from '#features/learning/load-parcours-page.ts';
import { markLessonRead } from '#features/learning/mark-lesson-read.ts';
import { createProgramme } from '#features/obligations/create-programme.ts';
import { designatePerson } from '#features/obligations/designate-person.ts';
import { exemptPerson } from '#features/obligations/exempt-person.ts';
import { recordCredit } from '#features/obligations/record-credit.ts';
import { actAt, admit, TODAY } from '#tests/support/learner.ts';
import { insertPublishedModule, smallModule } from '#tests/support/published-module.ts';
import { testDatabase } from '#tests/support/test-database.ts';
import { insertFinishedAttempt } from './scene.ts';

const day = (text: string) => text as CivilDate;
const { personId } = amina;

/** Amina, two modules, of which a programme asks the first; she is designated from 1 November. */
async function designatedAmina(): Promise<{ db: Kysely<Database>; versionId: string }> {
  const db = await testDatabase();
  await admit(db);
  const versionId = await insertPublishedModule(db, smallModule());
  await insertPublishedModule(db, smallModule({ code: 'm2', slug: 'autre', title: 'Autre' }));
  const act = actAt('08:00');
  const programme = {
    slug: 'initiale',
    name: 'Formation initiale',
    opensOn: day('2026-01-01'),
    deadline: day('2026-12-31'),
  };
  await createProgramme(db, act, { ...programme, moduleCodes: ['m1'] });
  await designatePerson(db, act, { programme: 'initiale', personId, from: day('2026-11-01') });
  return { db, versionId };
}

async function completeModule(db: Kysely<Database>, versionId: string): Promise<void> {
  await markLessonRead(db, actAt('10:00'), { code: 'm1', lesson: '01-reperer' });
  await insertFinishedAttempt(db, { versionId, isPassed: true, at: actAt('10:01').at });
  await markLessonRead(db, actAt('10:02'), { code: 'm1', lesson: '02-orienter' });
}

describe('the parcours', () => {
  test('shows each programme with its deadline, and the other modules as free', async () => {
    const { db } = await designatedAmina();
    const page = await loadParcoursPage(db, personId, TODAY);
    expect(page.programmes).toMatchObject([
      { name: 'Formation initiale', daysLeft: 38, doneCount: 0, state: 'to-do', modules: [{ code: 'm1' }] },
    ]);
    expect(page.free.map((line) => line.code)).toEqual(['m2']);
  });

  test('counts for a programme only what was completed since the day it counts from', async () => {
    const { db, versionId } = await designatedAmina();
    await completeModule(db, versionId);
    for (const [slug, countsFrom] of [
      ['jour', TODAY],
      ['lendemain', '2026-11-24'],
    ] as const) {
      const again = { slug, name: slug, opensOn: TODAY, deadline: day('2027-12-31'), moduleCodes: ['m1'] };
      await createProgramme(db, actAt('11:00'), { ...again, countsFrom: day(countsFrom) });
      await designatePerson(db, actAt('11:00'), { programme: slug, personId, from: TODAY });
    }
    const { programmes } = await loadParcoursPage(db, personId, TODAY);
    expect(programmes.map(({ name, doneCount, state }) => [name, doneCount, state])).toEqual([
      ['Formation initiale', 1, 'done'],
      ['jour', 1, 'done'],
      ['lendemain', 0, 'to-do'],
    ]);
  });

  test('offers every module freely to somebody who is not designated', async () => {
    const { db } = await designatedAmina();
    const before = await loadParcoursPage(db, personId, day('2026-10-31'));
    expect(before).toMatchObject({ programmes: [], free: [{ code: 'm1' }, { code: 'm2' }] });
  });

  test('counts the days since a deadline that has passed', async () => {
    const { db } = await designatedAmina();
    const { programmes } = await loadParcoursPage(db, personId, day('2027-01-10'));
    expect(programmes).toMatchObject([{ daysLeft: -10, state: 'to-do' }]);
  });

  test('leads back to the lesson of a module in progress', async () => {
    const { db } = await designatedAmina();
    await markLessonRead(db, actAt('10:00'), { code: 'm1', lesson: '01-reperer' });
    const { programmes } = await loadParcoursPage(db, personId, TODAY);
    expect(programmes[0]?.modules).toMatchObject([
      { standing: { state: 'in-progress' }, readCount: 1, lessonCount: 2, actionHref: '/modules/m1/2' },
    ]);
  });

  test('shows a completion with its date and attestation, and the programme as done', async () => {
    const { db, versionId } = await designatedAmina();
    await completeModule(db, versionId);
    const { programmes } = await loadParcoursPage(db, personId, TODAY);
    expect(programmes).toMatchObject([
      {
        state: 'done',
        doneCount: 1,
        modules: [{ completedOn: '2026-11-23', attestationHref: expect.stringMatching(/^\/attestations\/.+/) }],
      },
    ]);
  });

  test('says of a completion that its version is an earlier one', async () => {
    const { db, versionId } = await designatedAmina();
    await completeModule(db, versionId);
    await insertPublishedModule(db, smallModule(), { edition: 2 });
    const { programmes } = await loadParcoursPage(db, personId, TODAY);
    expect(programmes).toMatchObject([
      { state: 'done', modules: [{ standing: { state: 'completed', isEarlierEdition: true } }] },
    ]);
  });

  test('says why a completed module is to be done again', async () => {
    const { db, versionId } = await designatedAmina();
    await completeModule(db, versionId);
    await insertPublishedModule(db, smallModule(), { edition: 2, redoFrom: '2026-11-23', note: 'La loi a changé.' });
    const { programmes } = await loadParcoursPage(db, personId, TODAY);
    expect(programmes).toMatchObject([
      {
        state: 'to-do',
        modules: [
          {
            standing: { state: 'not-started' },
            redo: { on: '2026-02-01', note: 'La loi a changé.' },
            attestationHref: null,
          },
        ],
      },
    ]);
  });

  test('asks nothing of somebody credited or exempt', async () => {
    const { db } = await designatedAmina();
    const act = actAt('09:00');
    await exemptPerson(db, act, {
      programme: 'initiale',
      personId,
      from: day('2026-11-25'),
      reason: 'Motif',
    });
    expect((await loadParcoursPage(db, personId, day('2026-11-24'))).programmes).toMatchObject([{ state: 'to-do' }]);
    expect((await loadParcoursPage(db, personId, day('2026-11-25'))).programmes).toMatchObject([{ state: 'exempt' }]);
    await recordCredit(db, act, {
      programme: 'initiale',
      personId,
      doneOn: day('2026-11-21'),
      proof: 'Attestation',
    });
    expect((await loadParcoursPage(db, personId, TODAY)).programmes).toMatchObject([
      { state: 'done-elsewhere', creditedOn: '2026-11-21' },
    ]);
  });
});

describe('the home address', () => {
  const actor = (...roles: Role[]): Actor => ({
    personId,
    givenName: amina.givenName,
    familyName: amina.familyName,
    roles: roles.map((role) => ({ role, unitId: null })),
  });

  test('is the parcours while a programme is to be begun', async () => {
    const { db } = await designatedAmina();
    expect(await homeAddress(db, actor('learner', 'manager'), TODAY)).toBe('/parcours');
  });

  test('is the module in progress', async () => {
    const { db } = await designatedAmina();
    await beginModule(db, actAt('10:00'), { code: 'm1' });
    expect(await homeAddress(db, actor('learner'), TODAY)).toBe('/modules/m1');
  });

  test.each([
    ['learner', '/parcours'],
    ['manager', '/suivi'],
    ['trainer', '/atelier'],
    ['administrator', '/administration'],
  ] as const)('is the place of work of a %s with nothing to learn', async (role, address) => {
    const { db, versionId } = await designatedAmina();
    await completeModule(db, versionId);
    expect(await homeAddress(db, actor('learner', role), TODAY)).toBe(address);
  });
});
