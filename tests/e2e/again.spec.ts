import type { CivilDate } from '#domain/time/civil-date.ts';
import { frenchDate } from '#domain/time/french-dates.ts';
import { parseInstant } from '#domain/time/instant.ts';
import { createProgramme } from '#features/obligations/create-programme.ts';
import { designatePerson } from '#features/obligations/designate-person.ts';
import { newId } from '#platform/ids.ts';
import { readEveryLesson, sitAttempt } from '#tests/support/e2e/learner-journey.ts';
import { liveModule } from '#tests/support/e2e/live-module.ts';
import { completeByCommands } from '#tests/support/e2e/progress-by-commands.ts';
import { expect, test } from '#tests/support/e2e/test.ts';
import { NOW } from '#tests/support/e2e/test-site.ts';

const now = parseInstant(NOW);
const today = NOW.slice(0, 10) as CivilDate;
const DONE_AT = parseInstant('2026-01-20T09:00:00Z');

for (const javaScriptEnabled of [true, false])
  test(`a module that a programme asks again is done again, and last time’s attestation stays, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    newPage,
    newLearner,
    db,
  }) => {
    const learner = await newLearner();
    const { personId } = learner;
    const module = await liveModule(db, 'm1');
    await completeByCommands(db, personId, 'm1', DONE_AT);
    const slug = `recyclage-${newId().slice(-8)}`;
    const name = `Recyclage ${slug.slice(-8)}`;
    const act = { by: null, at: now, requestId: null };
    const deadline = '2027-06-30' as CivilDate;
    await createProgramme(db, act, { slug, name, opensOn: today, deadline, moduleCodes: ['m1'], countsFrom: today });
    await designatePerson(db, act, { programme: slug, personId, from: today });

    const page = await newPage(learner, { javaScriptEnabled });
    await page.goto('/parcours');
    const programme = page.getByRole('region', { name });
    await expect(programme).toContainText(
      `À refaire : ce parcours compte ce qui est terminé depuis le ${frenchDate(today)}.`,
    );
    await expect(programme).toContainText('terminé le 20 janvier 2026');
    await programme.getByRole('link', { name: `Recommencer : ${module.title}` }).click();

    const main = page.getByRole('main');
    await expect(main).toContainText(`« ${name} » demande ce module au plus tard le ${frenchDate(deadline)}`);
    await expect(main.getByRole('link', { name: 'Attestation du 20 janvier 2026' })).toBeVisible();
    await page.getByRole('button', { name: 'Recommencer le module' }).click();
    await readEveryLesson(page, module);
    await page.goto('/modules/m1');
    await expect(page.getByRole('button', { name: 'Reprendre' })).toBeVisible();
    await sitAttempt(page, module, { isRight: true });

    await page.goto('/modules/m1');
    await expect(main).toContainText(`Vous avez terminé ce module le ${frenchDate(today)}.`);
    await expect(main.getByText('À refaire')).toHaveCount(0);
    await page.getByRole('link', { name: 'Attestation du 20 janvier 2026' }).click();
    await expect(page.getByRole('main')).toContainText('20 janvier 2026');
    await page.goto('/parcours');
    await expect(page.getByRole('region', { name })).toContainText('Parcours terminé');
  });
