import { expect, test } from 'vitest';
import { amina } from '#db/seeds/cast.ts';
import { beginModule } from '#features/learning/begin-module.ts';
import { PassageForm } from '#features/learning/forms.ts';
import { keepPassage } from '#features/learning/keep-passage.ts';
import { moveToLesson } from '#features/learning/move-to-lesson.ts';
import { findResumeAddress } from '#features/learning/resume-address.ts';
import { actAt, TODAY } from '#tests/support/learner.ts';
import { aminaAndOneModule, everythingWritten } from './scene.ts';

const second = { code: 'm1', lesson: '02-orienter', edition: 1 };
const passage = { ...second, anchor: 'passage-3' };

async function atTheSecondLesson() {
  const { db } = await aminaAndOneModule();
  await beginModule(db, actAt('10:00'), { code: 'm1' });
  await moveToLesson(db, actAt('10:05'), second);
  return { db, resume: () => findResumeAddress(db, amina.personId, { code: 'm1', today: TODAY }) };
}

test('« Reprendre » leads to the passage that was being read', async () => {
  const { db, resume } = await atTheSecondLesson();
  expect(await resume()).toBe('/modules/m1/2');
  expect(await keepPassage(db, actAt('10:06'), passage)).toEqual({ outcome: 'kept', number: 2 });
  expect(await resume()).toBe('/modules/m1/2#passage-3');
});

test('a passage under a title with an accent has an address that a header may carry', async () => {
  const { db, resume } = await atTheSecondLesson();
  const anchor = PassageForm.parse({ ...passage, anchor: 'qui-est-concerné' }).anchor;
  await keepPassage(db, actAt('10:06'), { ...passage, anchor });
  expect(await resume()).toBe('/modules/m1/2#qui-est-concern%C3%A9');
});

test('the same passage sent twice changes nothing', async () => {
  const { db } = await atTheSecondLesson();
  await keepPassage(db, actAt('10:06'), passage);
  const before = await everythingWritten(db);
  expect(await keepPassage(db, actAt('10:07'), passage)).toEqual({ outcome: 'kept', number: 2 });
  expect(await everythingWritten(db)).toEqual(before);
});

test('another lesson begins at its beginning, and what an older tab says of the first comes too late', async () => {
  const { db, resume } = await atTheSecondLesson();
  await keepPassage(db, actAt('10:06'), passage);
  await moveToLesson(db, actAt('10:07'), { ...second, lesson: '01-reperer' });
  expect(await resume()).not.toContain('#');
  expect(await keepPassage(db, actAt('10:08'), passage)).toEqual({ outcome: 'elsewhere' });
});

test('there is no passage in a module not begun, in one that does not exist, nor in another edition', async () => {
  const { db } = await aminaAndOneModule();
  expect(await keepPassage(db, actAt('10:00'), passage)).toEqual({ outcome: 'not-begun' });
  expect(await keepPassage(db, actAt('10:00'), { ...passage, code: 'm9' })).toEqual({ outcome: 'no-such-module' });
  await beginModule(db, actAt('10:00'), { code: 'm1' });
  expect(await keepPassage(db, actAt('10:01'), { ...passage, edition: 2 })).toEqual({ outcome: 'other-edition' });
});
