import { expect, test } from 'vitest';
import { compileDraft } from '#features/publishing/compile-draft.ts';
import { BROKEN_LESSON, lessonSaying, sampleFolder } from '#tests/integration/publishing/sample-folder.ts';

const SECOND = '02-deuxieme-lecon.mdx';

test('a sound folder is compiled as it is', () => {
  const { module, problems, hasOwnSettings } = compileDraft(sampleFolder());
  expect(module?.lessons.map(({ title }) => title)).toEqual(['Première leçon', 'Deuxième leçon']);
  expect(problems).toEqual([]);
  expect(hasOwnSettings).toBe(true);
});

test('a lesson with errors is empty, the others can be read, and the errors are those of the folder', () => {
  const { module, problems, hasOwnSettings } = compileDraft(sampleFolder({ files: BROKEN_LESSON }));
  expect(module?.lessons.map(({ title }) => title)).toEqual(['Leçon à corriger', 'Deuxième leçon']);
  expect(problems.map(({ file, line }) => `${file}:${line}`)).toEqual(['ecouter/01-premiere-lecon.mdx:11']);
  expect(hasOwnSettings).toBe(true);
});

test('lessons can be read, under their own settings, before the assessment is written', () => {
  const { module, problems, hasOwnSettings } = compileDraft(sampleFolder({ files: { 'evaluation.mdx': '' } }));
  expect(module?.lessons.map(({ title }) => title)).toEqual(['Première leçon', 'Deuxième leçon']);
  expect(problems[0]?.file).toBe('ecouter/module.yaml');
  expect(hasOwnSettings).toBe(true);
});

test('lessons can be read before the settings are', () => {
  const { module, hasOwnSettings } = compileDraft(sampleFolder({ files: { 'module.yaml': 'titre: [' } }));
  expect(module?.lessons).toHaveLength(2);
  expect(hasOwnSettings).toBe(false);
});

test('a lesson that leads into one with errors does not lose the others', () => {
  const linked = lessonSaying(`Voir [la suite](${SECOND}#un-titre).`);
  const { module } = compileDraft(sampleFolder({ files: { ...linked, [SECOND]: 'Sans réglages.' } }));
  expect(module?.lessons).toHaveLength(2);
});

test('what no stand-in can repair gives no module, and says why', () => {
  const { module, problems } = compileDraft(sampleFolder({ files: { 'Brouillon.mdx': 'Texte.' } }));
  expect(module).toBeNull();
  expect(problems[0]?.file).toBe('ecouter/Brouillon.mdx');
});
