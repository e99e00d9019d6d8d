import { expect, test } from 'vitest';
import { loadAtelierModulePage } from '#features/publishing/load-atelier-module-page.ts';
import { loadAtelierPage } from '#features/publishing/load-atelier-page.ts';
import { loadDraftLesson } from '#features/publishing/load-draft-lesson.ts';
import { publishContent } from '#features/publishing/publish-content.ts';
import { testDatabase } from '#tests/support/test-database.ts';
import { ACT, BROKEN_LESSON, drawing, FIRST_LESSON, lessonSaying, sampleFolder } from './sample-folder.ts';

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
  const page = await loadAtelierModulePage(db, [sampleFolder({ files, media: [drawing()] })], 'ecouter');
  expect(page?.changes.map(({ path, kind }) => [path, kind])).toEqual([
    [FIRST_LESSON, 'changed'],
    ['03-suite.mdx', 'added'],
    ['media/schema.svg', 'added'],
  ]);
  expect(page?.changes[0]?.lines).toContainEqual({ kind: 'added', text: '![Un schéma](media/schema.svg)' });
  expect(page?.errors[0]?.file).toBe('ecouter/03-suite.mdx');
});

test('a module that is neither live nor in the folder is not found', async () => {
  expect(await loadAtelierModulePage(await testDatabase(), [], 'ecouter')).toBeNull();
});

test('a draft lesson and the assessment are previewed; what does not exist is not', () => {
  const folders = [sampleFolder()];
  expect(loadDraftLesson(folders, { slug: 'ecouter', lesson: '01-premiere-lecon' })).toMatchObject({
    title: 'Première leçon',
    errors: [],
  });
  expect(loadDraftLesson(folders, { slug: 'ecouter', lesson: 'evaluation' })?.blocks[0]?.kind).toBe('question');
  expect(loadDraftLesson(folders, { slug: 'ecouter', lesson: '09-rien' })).toBeNull();
  expect(loadDraftLesson(folders, { slug: 'autre', lesson: 'evaluation' })).toBeNull();
});

test('a lesson with errors is previewed as such, with its errors alone', () => {
  const folders = [sampleFolder({ files: { ...BROKEN_LESSON, '02-deuxieme-lecon.mdx': 'Sans réglages.' } })];
  const draft = loadDraftLesson(folders, { slug: 'ecouter', lesson: '01-premiere-lecon' });
  expect(draft?.title).toBe('Leçon à corriger');
  expect(draft?.errors.map(({ file }) => file)).toEqual(['ecouter/01-premiere-lecon.mdx']);
});
