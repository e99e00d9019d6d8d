import type { Kysely } from 'kysely';
import { expect, test } from 'vitest';
import type { Database } from '#db/schema.ts';
import { amina, bruno } from '#db/seeds/cast.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { finishAttempt } from '#features/assessments/finish-attempt.ts';
import { loadAttestationPage } from '#features/assessments/load-attestation-page.ts';
import { markLessonRead } from '#features/learning/mark-lesson-read.ts';
import { createProgramme } from '#features/obligations/create-programme.ts';
import { designatePerson } from '#features/obligations/designate-person.ts';
import { newId } from '#platform/ids.ts';
import { actAt } from '#tests/support/learner.ts';
import { insertPublishedModule } from '#tests/support/published-module.ts';
import { aModuleToAssess, answerAll, assessedModule, opened } from './scene.ts';

test('an attestation names the person, the module as it was completed, the day and the working version', async () => {
  const { db, completionId } = await aCompletion();
  await insertPublishedModule(db, assessedModule({ title: 'Titre corrigé', workingNotice: null }), { revision: 2 });
  expect(await loadAttestationPage(db, amina.personId, completionId)).toMatchObject({
    givenName: 'Amina',
    familyName: 'Bensaïd',
    moduleTitle: 'Détecter et orienter',
    moduleCode: 'm1',
    edition: 1,
    revision: 1,
    doneOn: '2026-11-23',
    withdrawn: null,
    moduleHref: '/modules/m1',
    programmes: [],
    workingNotice: 'Version de travail.',
  });
});

test.each([
  { title: 'before', from: '2026-01-05', to: null, isNamed: true },
  { title: 'since', from: '2026-12-01', to: null, isNamed: true },
  { title: 'no longer', from: '2026-01-05', to: '2026-11-01', isNamed: false },
])('a programme whose designation came $title: named is $isNamed', async ({ from, to, isNamed }) => {
  const { db, completionId } = await aCompletion();
  await designateAmina(db, from as CivilDate);
  // Designated and ended before the day it is written: what imports of older years may bring.
  if (to) await db.updateTable('designation').set({ from_date: from, to_date: to }).execute();
  const page = await loadAttestationPage(db, amina.personId, completionId);
  expect(page?.programmes).toEqual(isNamed ? ['Formation initiale'] : []);
});

test('nobody else can open it, and what does not exist is the same', async () => {
  const { db, completionId } = await aCompletion();
  expect(await loadAttestationPage(db, bruno.personId, completionId)).toBeNull();
  expect(await loadAttestationPage(db, amina.personId, newId())).toBeNull();
});

async function aCompletion(): Promise<{ db: Kysely<Database>; completionId: string }> {
  const { db } = await aModuleToAssess();
  for (const lesson of ['01-reperer', '02-orienter']) await markLessonRead(db, actAt('09:00'), { code: 'm1', lesson });
  const { attemptId } = await opened(db);
  await answerAll(db, attemptId, { isRight: true });
  const finished = await finishAttempt(db, actAt('10:20'), { attemptId });
  if (finished.outcome !== 'passed' || !finished.completionId) throw new Error('the module was not completed');
  return { db, completionId: finished.completionId };
}

async function designateAmina(db: Kysely<Database>, from: CivilDate): Promise<void> {
  const act = { ...actAt('00:00'), by: null };
  await createProgramme(db, act, {
    slug: 'initiale',
    name: 'Formation initiale',
    opensOn: '2026-01-05' as CivilDate,
    deadline: '2026-12-31' as CivilDate,
    moduleCodes: ['m1'],
  });
  await designatePerson(db, act, { programme: 'initiale', personId: amina.personId, from });
}
