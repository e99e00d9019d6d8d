import type { Page } from '@playwright/test';
import type { Kysely } from 'kysely';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '#db/schema.ts';
import type { CompiledModule } from '#domain/module/compiled-module.ts';
import { listLiveVersions } from '#features/publishing/versions.ts';
import { beginModule, sitAttempt } from '#tests/support/e2e/learner-journey.ts';
import { liveModule } from '#tests/support/e2e/live-module.ts';
import { admitTestPerson } from '#tests/support/e2e/people.ts';
import { plainText } from '#tests/support/e2e/plain-text.ts';
import { startRecorder, type Recorder } from '#tests/support/e2e/recorder.ts';
import {
  explanationsOf,
  hiddenPartsOf,
  placingExplanationsOf,
  questionsOf,
  situationsOf,
  taughtText,
} from '#tests/support/e2e/secrets-of.ts';
import { freePort } from '#tests/support/e2e/site-server.ts';
import { expect, test as base } from '#tests/support/e2e/test.ts';

/** A learner whose browser gets every byte through a recorder. */
const test = base.extend<{ recorded: { page: Page; recorder: Recorder; db: Kysely<Database> } }>({
  recorded: async ({ startSite, newPage }, use) => {
    const port = await freePort();
    const origin = `http://localhost:${port}`;
    const { db, port: serverPort } = await startSite({ environment: { REPERES_ORIGIN: origin } });
    const recorder = await startRecorder(port, serverPort);
    const learner = await admitTestPerson(db, { role: 'learner', unitCode: 'SE-12' });
    const page = await newPage(learner, { site: { origin, db } });
    await use({ page, recorder, db });
    // The page may still be fetching a figure, which the recorder must not refuse.
    await page.close();
    await recorder.close();
  },
});

/** How the compiled module marks what is right; no page, no property of an island and no answer of an action says it before time. */
const MARKS = ['"isRight"', '"explanation"', '"group":', '"verdict"', '"consequence"', '"next":'];

for (const code of ['m1', 'm2', 'm3', 'm4'])
  test(`no byte of the lessons of ${code} gives an answer away`, async ({ recorded: { page, recorder, db } }) => {
    const module = await liveModule(db, code);
    await beginModule(page, module);
    for (const { number, notice } of module.lessons) {
      await page.goto(`/modules/${code}/${number}`);
      if (notice.intensity === 3) await page.getByRole('button', { name: 'Lire la leçon' }).click();
      await wakeIslands(page);
    }
    await page.goto(`/modules/${code}/livret`);
    const secrets = secretsOf(module);
    expect(secrets.length).toBeGreaterThan(50);
    expectHidden(recorder, secrets);
    expectUnmarked(recorder);
  });

test('an answer brings its explanations and nothing more: the search does find them', async ({
  recorded: { page, recorder, db },
}) => {
  const module = await liveModule(db, 'm1');
  const lesson = module.lessons.find(({ blocks }) => blocks.some(({ kind }) => kind === 'question'))!;
  const question = lesson.blocks.find((block) => block.kind === 'question')!;
  await beginModule(page, module);
  await page.goto(`/modules/m1/${lesson.number}`);
  await wakeIslands(page);
  const section = page.locator(`#question-${question.id}`);
  await section.getByRole('radio').or(section.getByRole('checkbox')).first().check();
  await section.getByRole('button', { name: 'Valider ma réponse' }).click();
  await expect(section.getByRole('button', { name: 'Répondre de nouveau' })).toBeVisible();
  const explanations = explanationsOf([question]);
  const secretExplanations = explanations.filter((text) => !taughtText(module).includes(plainText(text)));
  expect(secretExplanations.length).toBeGreaterThan(0);
  for (const text of secretExplanations)
    expect(recorder.pathsWith(text)).toEqual([expect.stringMatching(/^\/_actions\/answerExercise/)]);
  expectHidden(
    recorder,
    secretsOf(module).filter((text) => !explanations.includes(text)),
  );
});

test('no byte of the evaluation gives an answer away before « Terminer »', async ({
  recorded: { page, recorder, db },
}) => {
  const module = await liveModule(db, 'm2');
  const explanations = explanationsOf(module.pool);
  let countBefore = 0;
  await beginModule(page, module);
  await sitAttempt(page, module, {
    isRight: true,
    async beforeTheEnd() {
      expectHidden(recorder, explanations);
      expectUnmarked(recorder);
      countBefore = recorder.count();
    },
  });
  expect(countBefore).toBeGreaterThan(2 * module.drawSize);
  const found = explanations.flatMap((text) => recorder.pathsWith(text));
  expect(new Set(found)).toEqual(new Set(['/modules/m2/evaluation/resultat']));
});

test('no file that the server gives to anybody holds an answer', async ({ db }) => {
  const files = readdirSync('dist/client', { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const texts = files.map(({ parentPath, name }) => plainText(readFileSync(join(parentPath, name), 'utf8')));
  expect(texts.length).toBeGreaterThan(5);
  const secrets = (await listLiveVersions(db)).flatMap(({ module }) => secretsOf(module)).map(plainText);
  expect(secrets.filter((secret) => texts.some((text) => text.includes(secret)))).toEqual([]);
});

function secretsOf(module: CompiledModule): string[] {
  const explanations = [...explanationsOf([...questionsOf(module), ...module.pool]), ...placingExplanationsOf(module)];
  const taught = taughtText(module);
  const secrets = [...explanations, ...situationsOf(module).flatMap(hiddenPartsOf)];
  return secrets.filter((text) => !taught.includes(plainText(text)));
}

function expectHidden(recorder: Recorder, secrets: readonly string[]): void {
  const found = secrets.flatMap((secret) => recorder.pathsWith(secret).map((path) => `${path}: ${secret}`));
  expect(found).toEqual([]);
}

/** Scripts hold these words in any case: they know how to show an answer. */
function expectUnmarked(recorder: Recorder): void {
  const found = MARKS.flatMap((mark) => recorder.pathsWith(mark).map((path) => `${path}: ${mark}`));
  expect(found.filter((line) => !line.startsWith('/_astro/'))).toEqual([]);
}

/** Brings every island into view, so that its scripts come too. */
async function wakeIslands(page: Page): Promise<void> {
  for (const island of await page.locator('astro-island').all()) {
    await island.scrollIntoViewIfNeeded();
    await expect(island).not.toHaveAttribute('ssr');
  }
}
