import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { JournalQuery } from '#features/journal/forms.ts';
import { loadJournalPage } from '#features/journal/load-journal-page.ts';
import { fixedClock } from '#platform/clock.ts';
import { readConfig } from '#platform/config.ts';
import { testTasks } from '#tests/support/test-tasks.ts';
import { openInstallation } from '../../../src/cli/open-installation.ts';
import { prepareDatabase } from '../../../src/cli/prepare-database.ts';

/** Begun while people of the demonstration are in the middle of an assessment. */
const NOW = '2026-11-26T13:02:00.000Z';

async function demonstration() {
  const folder = mkdtempSync(join(tmpdir(), 'reperes-'));
  const config = readConfig({ REPERES_DATA: folder });
  await prepareDatabase(config, fixedClock(NOW), () => {});
  const db = await openInstallation(config);
  onTestFinished(async () => {
    await db.destroy();
    rmSync(folder, { recursive: true, force: true });
  });
  return db;
}

test('nothing in the demonstration is later than its beginning, and its whole journal is told in words', async () => {
  const db = await demonstration();
  const later = await db.selectFrom('journal').where('at', '>', NOW).select(['at', 'verb']).execute();
  expect(later).toEqual([]);
  const futures = await db.selectFrom('completion').where('completed_at', '>', NOW).select('id').execute();
  expect(futures).toEqual([]);

  const [{ what, detail } = { what: '', detail: '' }] = (await untold(db)).slice(0, 1);
  expect([what, detail]).toEqual(['', '']);
}, 240_000);

/** Deeds whose verb or one of whose details has no words. */
async function untold(db: Awaited<ReturnType<typeof demonstration>>) {
  const tasks = testTasks(db);
  const found = [];
  for (let page = 1, count = 1; (page - 1) * 100 < count; page += 1) {
    const shown = await loadJournalPage(tasks, JournalQuery.parse({ page }), null);
    ({ count } = shown);
    found.push(
      ...shown.deeds.filter(
        ({ what, detail }) => /^\w+:|[{}"]/.test(`${what} ${detail}`) || /(^|; )(?!nom|motif)[a-zA-Z]+ : /.test(detail),
      ),
    );
  }
  return found;
}
