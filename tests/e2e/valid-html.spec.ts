import type { APIResponse } from '@playwright/test';
import { bruno } from '#db/seeds/cast.ts';
import { invalidHtml } from '#tests/support/e2e/invalid-html.ts';
import { completeByCommands, openByCommands } from '#tests/support/e2e/progress-by-commands.ts';
import { expect, test } from '#tests/support/e2e/test.ts';

const MODULES = ['m1', 'm2', 'm3', 'm4'];
const PAGES = ['', '/livret', '/evaluation', '/1', '/2', '/3', '/4', '/5', '/6', '/7', '/8'];

test('what a learner is sent is valid HTML', async ({ page, newLearner, login, db, baseURL }) => {
  const learner = await newLearner();
  await completeByCommands(db, learner.personId, 'm1');
  for (const code of MODULES.slice(1)) await openByCommands(db, learner.personId, code);
  await login(learner);
  const addresses = MODULES.flatMap((code) => PAGES.map((end) => `/modules/${code}${end}`));
  const others = ['/parcours', '/compte', '/glossaire', '/recherche', '/aide', '/modules/m2/evaluation/1'];
  for (const address of [...addresses, ...others]) await expectValid(await page.request.get(address));
  await expectValid(
    await page.request.post('/recherche', { form: { mots: 'plainte' }, headers: { origin: baseURL! } }),
  );
});

test('what a trainer is sent is valid HTML', async ({ page, login }) => {
  await login(bruno);
  const draft = '/atelier/cadre-juridique';
  for (const address of ['/atelier', draft, `${draft}/01-definition`, `${draft}/evaluation`])
    await expectValid(await page.request.get(address));
});

test('the rules see what is not valid', () => {
  const refused = [
    '<html><body></body></html><script></script>',
    '<body><style></style></body>',
    '<form role="group"></form>',
    '<fieldset><legend class="prose"><p>Où ?</p></legend></fieldset>',
    '<label for="a"></label>',
    '<i id="a"></i><i id="a"></i>',
  ];
  for (const html of refused) expect(invalidHtml(html), html).toHaveLength(1);
});

async function expectValid(response: APIResponse): Promise<void> {
  expect(response.status(), response.url()).toBe(200);
  expect(invalidHtml(await response.text()), response.url()).toEqual([]);
}
