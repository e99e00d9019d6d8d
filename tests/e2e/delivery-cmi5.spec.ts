import { unzipSync } from 'fflate';
import type { Page } from '@playwright/test';
import { bruno } from '#db/seeds/cast.ts';
import type { CompiledModule } from '#domain/module/compiled-module.ts';
import type { Statement } from '#features/delivery/client/cmi5/statements.ts';
import { Cmi5System } from '#tests/support/e2e/cmi5-system.ts';
import { liveModule } from '#tests/support/e2e/live-module.ts';
import { test as base, expect } from '#tests/support/e2e/test.ts';

const SESSION = 'https://w3id.org/xapi/cmi5/context/extensions/sessionid';
const MASTERY = 'https://w3id.org/xapi/cmi5/context/extensions/masteryscore';

interface Fixtures {
  /** A system that has the module m1, and a page that may reach it alone. */
  cmi5: { system: Cmi5System; page: Page; module: CompiledModule };
}

const test = base.extend<Fixtures>({
  cmi5: async ({ newPage, db }, use) => {
    const module = await liveModule(db, 'm1');
    const trainer = await newPage(bruno);
    const response = await trainer.request.get(`/atelier/${module.slug}/livraison/cmi5`);
    const system = new Cmi5System(unzipSync(new Uint8Array(await response.body())));
    await system.start();
    const page = await newPage(null, { mayReach: system.origin });
    await use({ system, page, module });
    await page.context().close();
    await system.close();
  },
});

test('a cmi5 system hears of a module from its beginning to its end, in order', async ({ cmi5 }) => {
  const { system, page, module } = cmi5;
  await page.goto(system.launch('r1', { masteryScore: 0.8, returnURL: `${system.origin}/retour` }));
  await expect(page.getByText('Enregistré.')).toBeVisible();
  expect(system.profilesAsked).toEqual(['cmi5LearnerPreferences']);
  await readAll(page, module);
  await takeAssessment(page, module);
  await expect(page.locator('#termine')).toBeVisible();
  await expect.poll(() => verbsOf(system.statements)).toContain('completed');
  await page.getByRole('button', { name: 'Quitter le module' }).click();
  await expect(page).toHaveURL(`${system.origin}/retour`);
  await expect.poll(() => verbsOf(system.statements).at(-1)).toBe('terminated');

  const own = system.statements.filter((said) => verbOf(said) !== 'answered');
  expect(verbsOf(own)).toEqual(['initialized', 'passed', 'completed', 'terminated']);
  expect(verbOf(system.statements[0]!)).toBe('initialized');
  expect(system.statements.filter((said) => verbOf(said) === 'answered')).toHaveLength(module.drawSize);
  const times = system.statements.map(({ timestamp }) => timestamp);
  expect(times).toEqual([...times].sort());
  const passed = own.find((said) => verbOf(said) === 'passed')!;
  expect(passed.result).toMatchObject({ success: true, score: { scaled: 1, raw: 100, min: 0, max: 100 } });
  expect(passed.context).toMatchObject({ extensions: { [MASTERY]: 0.8 } });
  for (const { context } of system.statements)
    expect(context).toMatchObject({
      registration: 'r1',
      contextActivities: { grouping: [{ id: 'urn:reperes:module' }] },
      extensions: { [SESSION]: expect.any(String) as unknown },
    });

  // Another sitting of the same registration: nothing is passed or completed twice.
  system.statements.length = 0;
  await page.goto(system.launch('r1'));
  await expect(page.locator('#etat-evaluation')).toHaveText('réussie');
  await page.goto('about:blank');
  await expect.poll(() => verbsOf(system.statements)).toEqual(['initialized', 'terminated']);
});

test('a missed attempt is said at the end of the sitting, and one goes on from there in the next', async ({ cmi5 }) => {
  const { system, page, module } = cmi5;
  await page.goto(system.launch('r2'));
  await readAll(page, module);
  await takeAssessment(page, module, { isRight: false });
  await expect(page.getByRole('heading', { name: /Évaluation à reprendre/ })).toBeVisible();
  await page.goto('about:blank');
  const ownVerbs = () => verbsOf(system.statements).filter((verb) => verb !== 'answered');
  await expect.poll(ownVerbs).toEqual(['initialized', 'failed', 'terminated']);

  await page.goto(system.launch('r2'));
  await expect(page.locator('#etat-lecon-1')).toHaveText('lue');
  await page.getByRole('link', { name: 'Évaluation' }).click();
  await takeAssessment(page, module);
  await expect.poll(ownVerbs).toEqual(['initialized', 'failed', 'terminated', 'initialized', 'passed', 'completed']);
});

test('what a system does not take is said, and goes with the next; to look around, nothing is recorded', async ({
  cmi5,
  watch,
}) => {
  const { system, page } = cmi5;
  await page.goto(system.launch('r3'));
  await expect(page.getByText('Enregistré.')).toBeVisible();
  system.isDown = true;
  await page.getByRole('link', { name: '2. Les signaux' }).click();
  await page.locator('#lecon-2').getByRole('button', { name: 'J’ai lu cette leçon' }).click();
  await expect(page.getByText('Non enregistré')).toBeVisible();
  system.isDown = false;
  // What the browser says of it was asked for.
  watch.problems = watch.problems.filter((problem) => !problem.includes('status of 503'));
  await page.getByRole('link', { name: 'Glossaire' }).click();
  await expect(page.getByText('Enregistré.')).toBeVisible();
  expect(JSON.parse(system.states.get('r3 reperes')!)).toMatchObject({ location: 'glossaire' });

  const before = system.statements.length;
  await page.goto(system.launch('r4', { launchMode: 'Browse' }));
  await page.getByRole('link', { name: 'Glossaire' }).click();
  await expect(page.getByText('Non enregistré')).toBeVisible();
  expect(system.states.has('r4 reperes')).toBe(false);
  await page.goto('about:blank');
  const since = () => verbsOf(system.statements.slice(before).filter(({ context }) => isOf(context, 'r4')));
  await expect.poll(since).toEqual(['initialized', 'terminated']);
});

test('opened a second time by the same address, or by none, the module says that no system hears it', async ({
  cmi5,
}) => {
  const { system, page } = cmi5;
  const address = system.launch('r5');
  await page.goto(address);
  await expect(page.getByText('Enregistré.')).toBeVisible();
  await page.reload();
  await expect(page.getByText('Aucun système ne reçoit ce module')).toBeVisible();
  await page.goto(`${system.origin}/module/index.html`);
  await expect(page.getByText('Aucun système ne reçoit ce module')).toBeVisible();
});

async function readAll(page: Page, { lessons }: CompiledModule): Promise<void> {
  await page.getByRole('link', { name: 'Commencer', exact: true }).click();
  for (const { number } of lessons)
    await page.locator(`#lecon-${number}`).getByRole('button', { name: 'J’ai lu cette leçon' }).click();
}

async function takeAssessment(page: Page, { pool }: CompiledModule, { isRight = true } = {}): Promise<void> {
  await page.getByRole('button', { name: /Commencer l’évaluation|Recommencer/ }).click();
  const form = page.locator('#evaluation-contenu form');
  while (await form.isVisible()) {
    const id = (await form.locator('input').first().getAttribute('id'))!.replace(/-\d+$/, '');
    const { choices, isMultiple } = pool.find((question) => question.id === id)!;
    const places = choices.flatMap((choice, place) => (choice.isRight === isRight ? [place] : []));
    for (const place of isMultiple ? places : places.slice(0, 1)) await form.locator(`input[value="${place}"]`).check();
    await form.getByRole('button', { name: 'Valider ma réponse' }).click();
    await expect(page.locator(`#${id}-0`)).toHaveCount(0);
  }
}

function verbsOf(statements: readonly Statement[]): string[] {
  return statements.map(verbOf);
}

function verbOf({ verb }: Statement): string {
  return verb.id.split('/').at(-1)!;
}

function isOf(context: unknown, registration: string): boolean {
  return (context as { registration: string }).registration === registration;
}
