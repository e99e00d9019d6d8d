import { expect, test } from 'vitest';
import { bruno } from '#db/seeds/cast.ts';
import { keptData } from '#features/account/kept-data.ts';
import { countKept } from '#features/account/queries.ts';
import { AMINA, core, openedPackage } from './commit-scene.ts';

const SECRET = core({ lesson_status: 'passed', lesson_location: 'secret-8431', score: { raw: '91' } });

test('somebody reads that packages keep traces of theirs, and nobody else’s are counted', async () => {
  const { db, receive } = await openedPackage();
  await receive({ data: SECRET });
  const kept = await countKept(db, AMINA);
  expect(kept).toMatchObject({ packageAttempts: 1, packageObjectives: 0 });
  const traces = keptData(kept, []).find(({ title }) => title.startsWith('Traces'));
  expect(traces?.counts).toContain('1\u00a0paquet ouvert');
  expect(await countKept(db, bruno.personId)).toMatchObject({ packageAttempts: 0 });
});

test('the facts and the journal of a completed package say nothing of what it said', async () => {
  const { db, receive } = await openedPackage();
  expect(await receive({ data: SECRET })).toMatchObject({ isComplete: true });
  const facts = {
    journal: await db.selectFrom('journal').selectAll().execute(),
    completions: await db.selectFrom('completion').selectAll().execute(),
    begun: await db.selectFrom('begun').selectAll().execute(),
  };
  expect(JSON.stringify(facts)).not.toMatch(/secret-8431|\b91\b|passed/);
});
