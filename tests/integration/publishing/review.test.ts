import { expect, test } from 'vitest';
import { scaffoldModule } from '#domain/authoring/scaffold-module.ts';
import type { Act } from '#domain/identity/act.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { addDuration, days } from '#domain/time/instant.ts';
import { checkFolder } from '#features/publishing/check-folder.ts';
import { compileAgain } from '#features/publishing/compile-again.ts';
import { loadAtelierModulePage } from '#features/publishing/load-atelier-module-page.ts';
import { publishContent } from '#features/publishing/publish-content.ts';
import { publishModule } from '#features/publishing/publish-module.ts';
import { findLiveVersion } from '#features/publishing/versions.ts';
import { testDatabase } from '#tests/support/test-database.ts';
import { ACT, FIRST_LESSON, sampleFolder } from './sample-folder.ts';

const SOURCE = `sources:
  - enonce: Un énoncé.
    source: Code pénal
    article: 222-22
    confiance: V
    verifie: 2026-11-20`;

/** The sample, which states something verified three days before `ACT` and due a year later. */
const FOLDER = sampleFolder({
  files: { [FIRST_LESSON]: scaffoldModule('ecouter', 'm1')[FIRST_LESSON]!.replace('sources: []', SOURCE) },
});
const RELEASE = { folder: FOLDER, kind: 'material', redo: false, note: 'Première' } as const;
const LATER: Act = { ...ACT, at: addDuration(ACT.at, days(363)) };
const LAST_DAY: Act = { ...ACT, at: addDuration(ACT.at, days(362)) };

test('what is overdue on the day of publishing is refused where it is written', async () => {
  const db = await testDatabase();
  expect(await publishModule(db, LATER, RELEASE)).toMatchObject({
    outcome: 'content-problems',
    problems: [{ code: 'relecture-echue', file: 'ecouter/01-premiere-lecon.mdx', line: 9, severity: 'error' }],
  });
  expect(await findLiveVersion(db, 'm1')).toBeNull();
  expect(await publishModule(db, LAST_DAY, RELEASE)).toMatchObject({ outcome: 'published' });
});

test('the check says it before, with what the compiler says', () => {
  const broken = { ...FOLDER, files: { ...FOLDER.files, 'evaluation.mdx': '' } };
  expect(checkFolder(FOLDER, '2026-11-23' as CivilDate).problems).toEqual([]);
  const { module, problems } = checkFolder(broken, '2027-11-21' as CivilDate);
  expect(module).toBeNull();
  expect(problems.map(({ code }) => code)).toEqual(['reserve-trop-petite', 'relecture-echue']);
});

test('the workshop shows it on the day it comes', async () => {
  const db = await testDatabase();
  const errorsOn = async (on: string) =>
    (await loadAtelierModulePage(db, [FOLDER], { slug: 'ecouter', on: on as CivilDate }))?.errors.map(
      ({ code }) => code,
    );
  expect(await errorsOn('2027-11-20')).toEqual([]);
  expect(await errorsOn('2027-11-21')).toEqual(['relecture-echue']);
});

test('a new installation, and a version compiled again, do not depend on the day', async () => {
  const db = await testDatabase();
  await publishContent(db, LATER, [FOLDER]);
  await db.updateTable('compiled_version').set({ compiler_version: 0, compiled: '{}' }).execute();
  expect(await compileAgain(db)).toBe(1);
  expect((await findLiveVersion(db, 'm1'))?.module.lessons[0]?.sources).toMatchObject([{ article: '222-22' }]);
});
