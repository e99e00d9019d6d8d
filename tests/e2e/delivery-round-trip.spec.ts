import type { FrameLocator, Page } from '@playwright/test';
import { amina, bruno } from '#db/seeds/cast.ts';
import { isExercise } from '#features/learning/blocks/block-html.ts';
import type { CompiledModule } from '#domain/module/compiled-module.ts';
import type { ItemState, RuntimeData } from '#domain/packaging/commit.ts';
import { validateData } from '#domain/packaging/data-model/validate-data.ts';
import { liveModule } from '#tests/support/e2e/live-module.ts';
import type { OwnSite } from '#tests/support/e2e/own-site.ts';
import { contentOf, packagesOrigins } from '#tests/support/e2e/package-player.ts';
import { expect, test } from '#tests/support/e2e/test.ts';
import { installPackage } from '#tests/support/packages/sample-packages.ts';

const STANDARDS = { scorm12: 'scorm12', scorm2004: 'scorm2004-3' } as const;

for (const code of ['m1', 'm2', 'm3', 'm4'])
  for (const format of ['scorm12', 'scorm2004'] as const)
    test(`${code} leaves as ${format}, comes back, and is followed to its end with a pause`, async ({
      startSite,
      newPage,
    }) => {
      const site = await startSite();
      const module = await liveModule(site.db, code);
      const trainer = await newPage(bruno, { site });
      const response = await trainer.request.get(`/atelier/${module.slug}/livraison/${format}`);
      const { findings } = await installPackage(site, { zip: new Uint8Array(await response.body()) });
      expect(findings).toEqual([]);

      const page = await newPage(amina, { site, mayReach: packagesOrigins(site) });
      const content = contentOf(page);
      await page.goto('/modules/m90');
      await page.getByRole('button', { name: 'Commencer' }).click();
      await page.getByRole('button', { name: 'Ouvrir' }).click();
      await expect(content.getByText('Enregistré.')).toBeVisible();
      await content.getByRole('link', { name: 'Commencer', exact: true }).click();
      await answerFirstExercise(content, module);
      for (const { number } of module.lessons) await readLesson(content, number);
      await content.getByRole('button', { name: 'Commencer l’évaluation' }).click();
      await answerQuestion(content, module, { isRight: false });
      await answerQuestion(content, module);
      await leave(page);

      // In the middle of the assessment: what was done is there, and the third question comes.
      await page.goto('/modules/m90/lecture');
      await page.getByRole('button', { name: 'Reprendre' }).click();
      await expect(content.getByText(/^Question 3 sur/)).toBeVisible();
      await expect(content.locator('#etat-lecon-1')).toHaveText('lue');
      await expect(content.locator(FEEDBACK).first()).toBeAttached();
      for (let place = 3; place <= module.drawSize; place += 1) await answerQuestion(content, module);
      await expect(content.getByRole('heading', { name: /Évaluation réussie/ })).toBeVisible();
      await expect(page.getByText('Le module est terminé.').first()).toBeVisible();

      const rule = await site.db.selectFrom('completion').where('rule', '=', 'package').select('person_id').execute();
      expect(rule).toEqual([{ person_id: amina.personId }]);
      const state = await stateOf(site);
      const percent = Math.floor(((module.drawSize - 1) * 100) / module.drawSize);
      expect(state).toMatchObject({ completion: 'completed', success: 'passed', scaledScore: percent / 100 });
      expect(validateData(STANDARDS[format], state.data)).toEqual({ kind: 'valid' });
      expect(interactionsOf(state)).toEqual({ count: module.drawSize, wrong: 1 });
      expect(objectivesOf(state)).toEqual(module.lessons.map(({ slug }) => [slug, 'completed']));
    });

for (const format of ['scorm12', 'scorm2004'])
  test(`the dry run of a module that left as ${format} finds nothing to say`, async ({ startSite, newPage }) => {
    const site = await startSite();
    const { slug } = await liveModule(site.db, 'm2');
    const page = await newPage(bruno, { site, mayReach: packagesOrigins(site) });
    const response = await page.request.get(`/atelier/${slug}/livraison/${format}`);
    const { deliveryId } = await installPackage(site, { zip: new Uint8Array(await response.body()) });
    await page.goto(`/atelier/paquets/${deliveryId}/essai`);
    await page.getByRole('button', { name: 'Commencer l’essai' }).click();
    await expect(page.getByRole('status')).toContainText('rien n’a échoué', { timeout: 30_000 });
  });

const FEEDBACK = '.exercise__feedback, .placing__feedback, .case__consequence';

/** Answers one exercise before its lesson is read, so that the pause has something of it to keep. */
async function answerFirstExercise(content: FrameLocator, { lessons }: CompiledModule): Promise<void> {
  const lesson = lessons.find(({ blocks }) => blocks.some(({ kind }) => kind === 'question'))!;
  const block = lesson.blocks.filter(isExercise).find(({ kind }) => kind === 'question')!;
  await content
    .getByRole('navigation')
    .getByRole('link', { name: `${lesson.number}. ${lesson.title}` })
    .click();
  const exercise = content.locator(`#question-${block.id}`);
  await exercise.locator('input').first().check();
  await exercise.getByRole('button', { name: 'Valider ma réponse' }).click();
  await expect(exercise.locator(FEEDBACK).first()).toBeVisible();
}

async function readLesson(content: FrameLocator, number: number): Promise<void> {
  await content.locator(`.livraison__plan a[href="#lecon-${number}"]`).click();
  await content.locator(`#lecon-${number}`).getByRole('button', { name: 'J’ai lu cette leçon' }).click();
  await expect(content.locator(`#etat-lecon-${number}`)).toHaveText('lue');
}

/** Answers the question that is shown; wrongly, by the choices that are not right. */
async function answerQuestion(content: FrameLocator, { pool }: CompiledModule, { isRight = true } = {}): Promise<void> {
  const form = content.locator('#evaluation-contenu form');
  const id = (await form.locator('input').first().getAttribute('id'))!.replace(/-\d+$/, '');
  const { choices, isMultiple } = pool.find((question) => question.id === id)!;
  const places = choices.flatMap((choice, place) => (choice.isRight === isRight ? [place] : []));
  for (const place of isMultiple ? places : places.slice(0, 1)) await form.locator(`input[value="${place}"]`).check();
  await form.getByRole('button', { name: 'Valider ma réponse' }).click();
  await expect(content.locator(`#${id}-0`)).toHaveCount(0);
}

async function leave(page: Page): Promise<void> {
  await expect(page.getByRole('status').filter({ hasText: /Reçu à \d\d/ })).toBeVisible();
  await page.getByRole('button', { name: 'Quitter le module' }).click();
  await expect(page).toHaveURL(/\/modules\/m90$/);
}

async function stateOf({ db }: OwnSite): Promise<ItemState> {
  const row = await db.selectFrom('package_item').select('state').executeTakeFirstOrThrow();
  return JSON.parse(row.state) as ItemState;
}

function interactionsOf({ data }: ItemState): { count: number; wrong: number } {
  const said = listOf(data, 'interactions');
  for (const interaction of said)
    for (const name of ['id', 'type', 'result', 'latency', 'weighting']) expect(interaction[name]).toBeTruthy();
  return {
    count: said.length,
    wrong: said.filter(({ result }) => result === 'wrong' || result === 'incorrect').length,
  };
}

function objectivesOf({ data }: ItemState): [id: unknown, status: unknown][] {
  return listOf(data, 'objectives').map(({ id, status, completion_status }) => [id, completion_status ?? status]);
}

function listOf(data: RuntimeData, list: string): RuntimeData[] {
  return Object.values((data.cmi as RuntimeData)[list] as RuntimeData) as RuntimeData[];
}
