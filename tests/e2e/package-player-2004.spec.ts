import { amina } from '#db/seeds/cast.ts';
import type { OwnSite } from '#tests/support/e2e/own-site.ts';
import {
  call,
  contentOf,
  expectReceived,
  openContent,
  packagesOrigins,
  setAll,
  shown,
} from '#tests/support/e2e/package-player.ts';
import { expect, test } from '#tests/support/e2e/test.ts';
import { manifest12, manifestOfForcedOrder } from '#tests/support/packages/manifests.ts';
import { installPackage } from '#tests/support/packages/sample-packages.ts';
import { course2004, leavingPage, quietPage } from '#tests/support/packages/speaking-pages.ts';

const stateOf = async (site: OwnSite, item: string) => {
  const row = await site.db
    .selectFrom('package_item')
    .where('item', '=', item)
    .select('state')
    .executeTakeFirstOrThrow();
  return JSON.parse(row.state) as { completion: string; data: { cmi: Record<string, unknown> } };
};

const SAID_2004 = {
  'cmi.location': 'page 4, écran 2',
  'cmi.suspend_data': 'é'.repeat(20_000),
  'cmi.progress_measure': '0.4',
  'cmi.completion_status': 'incomplete',
  'cmi.success_status': 'failed',
  'cmi.score.scaled': '-0.25',
  'cmi.score.raw': '12.5',
  'cmi.score.min': '0',
  'cmi.score.max': '50',
  'cmi.learner_preference.audio_level': '0.5',
  'cmi.learner_preference.language': 'fr-FR',
  'cmi.comments_from_learner.0.comment': 'Une remarque\r\net sa suite',
  'cmi.comments_from_learner.0.location': 'ici',
  'cmi.objectives.0.id': 'urn:fr:objectif-1',
  'cmi.objectives.0.success_status': 'passed',
  'cmi.objectives.0.score.scaled': '1',
  'cmi.objectives.1.id': 'urn:fr:objectif-2',
  'cmi.objectives.1.description': 'Orienter',
  'cmi.interactions.0.id': 'question-1',
  'cmi.interactions.0.type': 'choice',
  'cmi.interactions.0.objectives.0.id': 'urn:fr:objectif-1',
  'cmi.interactions.0.correct_responses.0.pattern': 'a[,]c',
  'cmi.interactions.0.learner_response': 'a[,]b',
  'cmi.interactions.0.result': 'incorrect',
  'cmi.interactions.0.weighting': '2',
  'cmi.interactions.0.latency': 'PT12S',
  'cmi.interactions.1.id': 'question-2',
  'cmi.interactions.1.type': 'long-fill-in',
  'cmi.interactions.1.learner_response': 'Une réponse\nsur deux lignes',
};

test('everything that an item said of itself is there at its next opening', async ({ startSite, newPage }) => {
  const site = await startSite();
  await installPackage(site, { files: course2004({ A: quietPage('Leçon'), B: quietPage('Suite') }) });
  const page = await newPage(amina, { site, mayReach: packagesOrigins(site) });
  const content = await openContent(page, 'Leçon');
  expect(await call(content, 'Initialize', '')).toBe('true');
  await setAll(content, SAID_2004);
  await setAll(content, { 'cmi.session_time': 'PT2M', 'cmi.exit': 'suspend' });
  await page.getByRole('button', { name: 'Quitter le module' }).click();
  await expect(page).toHaveURL(/\/modules\/m90$/);

  const again = await openContent(page, 'Leçon');
  expect(await call(again, 'Initialize', '')).toBe('true');
  for (const [name, value] of Object.entries(SAID_2004)) {
    expect(await call(again, 'GetValue', name), name).toBe(value);
    expect(await call(again, 'GetLastError'), name).toBe('0');
  }
  expect(await call(again, 'GetValue', 'cmi.entry')).toBe('resume');
  expect(await call(again, 'GetValue', 'cmi.total_time')).toBe('PT0H2M0S');
  expect(await call(again, 'GetValue', 'cmi.interactions._count')).toBe('2');
  expect(await call(again, 'GetValue', 'cmi.learner_name')).toBe('Apprenant');
  // One more can be added after those that came back.
  await setAll(again, { 'cmi.interactions.2.id': 'question-3', 'cmi.objectives.2.id': 'urn:fr:objectif-3' });
});

const SAID_12 = {
  'cmi.core.lesson_location': 'page-4',
  'cmi.core.lesson_status': 'incomplete',
  'cmi.core.score.raw': '12.5',
  'cmi.core.score.min': '0',
  'cmi.core.score.max': '50',
  'cmi.suspend_data': 'é'.repeat(4096),
  'cmi.comments': 'Une remarque',
  'cmi.student_preference.audio': '50',
  'cmi.objectives.0.id': 'objectif-1',
  'cmi.objectives.0.status': 'passed',
  'cmi.objectives.0.score.raw': '80',
};

test('the same in SCORM 1.2', async ({ startSite, newPage }) => {
  const site = await startSite();
  await installPackage(site, {
    files: { 'imsmanifest.xml': manifest12(), 'a.html': quietPage('Leçon', 'scorm12') },
  });
  const page = await newPage(amina, { site, mayReach: packagesOrigins(site) });
  const content = await openContent(page, 'Leçon');
  expect(await call(content, 'LMSInitialize', '')).toBe('true');
  await setAll(content, SAID_12, 'LMSSetValue');
  await setAll(
    content,
    {
      'cmi.interactions.0.id': 'question-1',
      'cmi.interactions.0.type': 'choice',
      'cmi.interactions.0.student_response': 'a,b',
      'cmi.interactions.0.result': 'wrong',
      'cmi.core.session_time': '0000:02:00.00',
      'cmi.core.exit': 'suspend',
    },
    'LMSSetValue',
  );
  expect(await call(content, 'LMSFinish', '')).toBe('true');
  await expectReceived(page);

  await page.goto('/parcours');
  const again = await openContent(page, 'Leçon');
  expect(await call(again, 'LMSInitialize', '')).toBe('true');
  for (const [name, value] of Object.entries(SAID_12)) expect(await call(again, 'LMSGetValue', name), name).toBe(value);
  expect(await call(again, 'LMSGetValue', 'cmi.core.entry')).toBe('resume');
  expect(await call(again, 'LMSGetValue', 'cmi.core.total_time')).toBe('00:02:00');
  expect(await call(again, 'LMSGetValue', 'cmi.interactions._count')).toBe('1');
});

test('a forced order: what a score opens shows in the plan at once', async ({ startSite, newPage }) => {
  const site = await startSite();
  await installPackage(site, {
    files: { 'imsmanifest.xml': manifestOfForcedOrder(), 'a.html': quietPage('Un'), 'b.html': quietPage('Deux') },
  });
  const page = await newPage(amina, { site, mayReach: packagesOrigins(site) });
  const content = await openContent(page, 'Un');
  const second = page.getByRole('navigation', { name: 'Plan' }).getByRole('button', { name: /Élément B/ });
  await call(content, 'Initialize', '');
  await expect(second).toBeDisabled();
  await expect(second).toHaveAccessibleName(/pas encore accessible/);
  await setAll(content, { 'cmi.score.scaled': '0.9', 'cmi.completion_status': 'completed' });
  await expect(second).toBeEnabled();
  await second.click();
  await shown(page, 'Deux');
});

test('an item that asks for the next one is followed by it, one that ends all leaves the choice', async ({
  startSite,
  newPage,
}) => {
  const site = await startSite();
  await installPackage(site, { files: course2004({ A: quietPage('Un'), B: quietPage('Deux') }) });
  const page = await newPage(amina, { site, mayReach: packagesOrigins(site) });
  const content = await openContent(page, 'Un');
  await call(content, 'Initialize', '');
  await setAll(content, { 'cmi.completion_status': 'completed', 'adl.nav.request': 'continue' });
  await call(content, 'Terminate', '');
  const next = await shown(page, 'Deux');
  expect(await call(next, 'Initialize', '')).toBe('true');
  expect(await call(next, 'GetValue', 'cmi.completion_status')).toBe('unknown');
  await setAll(next, { 'cmi.completion_status': 'completed', 'adl.nav.request': 'exitAll' });
  await call(next, 'Terminate', '');
  await expect(page.getByText('Le module est terminé.')).toBeVisible();
  await page
    .getByRole('navigation', { name: 'Plan' })
    .getByRole('button', { name: /Élément A terminé/ })
    .click();
  await shown(page, 'Un');
});

for (const event of ['unload', 'pagehide'] as const)
  test(`a page that says its last in ${event} when the tab goes is heard, and taken up again`, async ({
    startSite,
    newPage,
  }) => {
    const site = await startSite();
    await installPackage(site, { files: course2004({ A: leavingPage('Un', event), B: quietPage('Deux') }) });
    const page = await newPage(amina, { site, mayReach: packagesOrigins(site) });
    const content = await openContent(page, 'Un');
    await content.getByLabel('Votre note').fill('gardée au départ');
    await page.goto('/parcours');
    await expect.poll(async () => (await stateOf(site, 'A')).data.cmi.suspend_data).toBe('gardée au départ');
    expect((await stateOf(site, 'A')).completion).toBe('completed');
    await openContent(page, 'Un');
  });

test('pages that only show something are opened, and done; data is shared between items', async ({
  startSite,
  newPage,
}) => {
  const site = await startSite();
  const shares = '<adlcp:data><adlcp:map targetID="fr.exemple.carnet" writeSharedData="true"/></adlcp:data>';
  await installPackage(site, {
    files: course2004(
      { A: quietPage('Un'), B: quietPage('Fiche'), C: quietPage('Trois') },
      { inside: { A: shares, C: shares }, assets: ['B'] },
    ),
  });
  const page = await newPage(amina, { site, mayReach: packagesOrigins(site) });
  const content = await openContent(page, 'Un');
  await call(content, 'Initialize', '');
  await setAll(content, { 'adl.data.0.store': 'noté dans la première', 'cmi.completion_status': 'completed' });
  await page.getByRole('button', { name: 'Élément suivant' }).click();
  await shown(page, 'Fiche');
  await expect(page.getByRole('button', { name: /Élément B terminé/ })).toBeVisible();
  await page.getByRole('button', { name: 'Élément suivant' }).click();
  const third = await shown(page, 'Trois');
  await call(third, 'Initialize', '');
  expect(await call(third, 'GetValue', 'adl.data.0.store')).toBe('noté dans la première');
  await expect(contentOf(page).getByRole('heading')).toHaveText('Trois');
});
