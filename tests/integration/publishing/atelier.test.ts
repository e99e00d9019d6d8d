import { expect, test } from 'vitest';
import { amina, bruno } from '#db/seeds/cast.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { beginModule } from '#features/learning/begin-module.ts';
import { createProgramme } from '#features/obligations/create-programme.ts';
import { designatePerson } from '#features/obligations/designate-person.ts';
import { loadAtelierModulePage } from '#features/publishing/load-atelier-module-page.ts';
import { loadAtelierPage } from '#features/publishing/load-atelier-page.ts';
import { loadDraftLesson } from '#features/publishing/load-draft-lesson.ts';
import { publishContent } from '#features/publishing/publish-content.ts';
import { countFollowers } from '#features/publishing/queries.ts';
import { admit } from '#tests/support/learner.ts';
import { testDatabase } from '#tests/support/test-database.ts';
import { ACT, BROKEN_LESSON, drawing, FIRST_LESSON, lessonSaying, sampleFolder } from './sample-folder.ts';

const TODAY = '2026-11-23' as CivilDate;

test('an installation without a module has an empty workshop', async () => {
  expect(await loadAtelierPage(await testDatabase(), [])).toEqual([]);
});

test('each module says what is live, how its folder differs and how many errors it has', async () => {
  const db = await testDatabase();
  await publishContent(db, ACT, [sampleFolder(), sampleFolder({ slug: 'retire', code: 'm10' })]);
  const folders = [
    sampleFolder({ files: BROKEN_LESSON }),
    sampleFolder({ slug: 'agir', code: 'm2', files: { 'evaluation.mdx': '' } }),
  ];
  expect(await loadAtelierPage(db, folders)).toMatchObject([
    { slug: 'ecouter', difference: 'changed', errorCount: 1, live: { edition: 1, revision: 1 } },
    { slug: 'agir', difference: 'new', live: null, title: 'Agir' },
    { slug: 'retire', difference: 'removed', errorCount: 0 },
  ]);
});

test('a module says what differs, file by file and line by line', async () => {
  const db = await testDatabase();
  await publishContent(db, ACT, [sampleFolder()]);
  const files = { ...lessonSaying('![Un schéma](media/schema.svg)'), '03-suite.mdx': 'Brouillon' };
  const page = await loadAtelierModulePage(db, [sampleFolder({ files, media: [drawing()] })], {
    slug: 'ecouter',
    on: TODAY,
  });
  expect(page?.changes.map(({ path, kind }) => [path, kind])).toEqual([
    [FIRST_LESSON, 'changed'],
    ['03-suite.mdx', 'added'],
    ['media/schema.svg', 'added'],
  ]);
  expect(page?.changes[0]?.lines).toContainEqual({ kind: 'added', text: '![Un schéma](media/schema.svg)' });
  expect(page?.errors[0]?.file).toBe('ecouter/03-suite.mdx');
  expect(page?.code).toBe('m1');
});

test('a release concerns whoever is designated and has not begun, whoever is in progress, and nobody else', async () => {
  const db = await testDatabase();
  await publishContent(db, ACT, [sampleFolder()]);
  const code = (await db.selectFrom('module').select('code').executeTakeFirstOrThrow()).code;
  const opening = { opensOn: TODAY, deadline: '2026-12-31' as CivilDate, moduleCodes: [code] };
  for (const member of [amina, bruno]) await admit(db, member);
  for (const slug of ['initiale', 'rappel']) {
    await createProgramme(db, ACT, { ...opening, slug, name: slug });
    await designatePerson(db, ACT, { programme: slug, personId: amina.personId, from: TODAY });
  }
  expect(await countFollowers(db, 'ecouter', TODAY)).toEqual({ toBegin: 1, inProgress: 0, completed: 0 });
  expect(await countFollowers(db, 'ecouter', '2026-11-22' as CivilDate)).toMatchObject({ toBegin: 0 });
  await beginModule(db, { ...ACT, by: amina.personId }, { code });
  expect(await countFollowers(db, 'ecouter', TODAY)).toEqual({ toBegin: 0, inProgress: 1, completed: 0 });
});

test('a module that is neither live nor in the folder is not found', async () => {
  expect(await loadAtelierModulePage(await testDatabase(), [], { slug: 'ecouter', on: TODAY })).toBeNull();
});

test('a draft lesson and the assessment are previewed; what does not exist is not', () => {
  const folders = [sampleFolder()];
  expect(loadDraftLesson(folders, { slug: 'ecouter', lesson: '01-premiere-lecon' })).toMatchObject({
    moduleCode: 'm1',
    number: 1,
    title: 'Première leçon',
    errors: [],
  });
  expect(loadDraftLesson(folders, { slug: 'ecouter', lesson: 'evaluation' })?.blocks[0]?.kind).toBe('question');
  expect(loadDraftLesson(folders, { slug: 'ecouter', lesson: 'evaluation' })?.number).toBeNull();
  expect(loadDraftLesson(folders, { slug: 'ecouter', lesson: '09-rien' })).toBeNull();
  expect(loadDraftLesson(folders, { slug: 'autre', lesson: 'evaluation' })).toBeNull();
});

test('a lesson with errors is previewed as such, with its errors alone', () => {
  const folders = [sampleFolder({ files: { ...BROKEN_LESSON, '02-deuxieme-lecon.mdx': 'Sans réglages.' } })];
  const draft = loadDraftLesson(folders, { slug: 'ecouter', lesson: '01-premiere-lecon' });
  expect(draft?.title).toBe('Leçon à corriger');
  expect(draft?.errors.map(({ file }) => file)).toEqual(['ecouter/01-premiere-lecon.mdx']);
});
