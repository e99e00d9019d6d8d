import { expect, test } from 'vitest';
import type { Actor } from '#domain/identity/roles.ts';
import { jobFileName } from '#features/exports/job-file-name.ts';
import { loadExportsPage } from '#features/exports/load-exports-page.ts';
import { prepareList } from '#features/exports/prepare-list.ts';
import { findAuthor, findOwnJob } from '#features/exports/queries.ts';
import { runExports } from '#features/exports/run-exports.ts';
import { takeExport } from '#features/exports/take-export.ts';
import { giveRole } from '#features/people/give-role.ts';
import { newId } from '#platform/ids.ts';
import { verifyList } from '#platform/lists/verify-list.ts';
import type { ListFormat } from '#platform/lists/write-list.ts';
import { act, admitTo, NOW, TODAY } from '../follow-up/followed-organisation.ts';
import { exportsWorkshop } from './workshop.ts';

async function administratorOf(db: Awaited<ReturnType<typeof exportsWorkshop>>['db']): Promise<Actor> {
  const personId = await admitTo(db, 'TOP', { name: 'Haddad', given: 'Driss', hr: 'ADM', isDesignated: false });
  const given = await giveRole(db, act, { personId, role: 'administrator', unitCode: null });
  if (given.outcome !== 'given') throw new Error(given.outcome);
  return (await findAuthor(db, personId, TODAY))!;
}

async function scene() {
  const workshop = await exportsWorkshop();
  for (let index = 0; index < 1203; index += 1) await admitTo(workshop.db, 'A1', { hr: `M${index}` });
  const administrator = await administratorOf(workshop.db);
  const actOf = (actor: Actor) => ({ by: actor.personId, at: NOW, requestId: null });
  const askFor = (
    list: string,
    parameters: Record<string, string>,
    { jobId = newId(), actor = administrator, format = 'csv' as ListFormat } = {},
  ) => prepareList(workshop.db, actOf(actor), actor, { jobId, list, parameters, format });
  const take = async (jobId: string) => {
    const { db, dataFolder } = workshop;
    const taken = await takeExport(db, actOf(administrator), administrator, { jobId, dataFolder });
    return taken && { job: taken.job, bytes: new Uint8Array(await new Response(taken.content).arrayBuffer()) };
  };
  return { ...workshop, administrator, askFor, take };
}

test.each(['csv', 'xlsx', 'ods', 'json'] as const)(
  'a long list of people is written behind the page as %s, of all below the unit, and verifies',
  async (format) => {
    const { db, workshop, administrator, askFor, take } = await scene();
    const jobId = newId();
    const asked = { jobId, format };
    expect(await askFor('personnes', { unite: 'A' }, asked)).toEqual({ outcome: 'prepared' });
    expect(await askFor('personnes', { unite: 'A' }, asked)).toEqual({ outcome: 'already-asked' });
    await runExports(workshop);
    const taken = await take(jobId);
    expect(taken!.job).toMatchObject({ state: 'done', linesDone: 1203, linesTotal: 1203 });
    expect(jobFileName(taken!.job)).toBe(`personnes-2026-11-23.${format}`);
    expect(await verifyList(taken!.bytes, `personnes.${format}`)).toMatchObject({
      outcome: 'intact',
      lineCount: 1203,
      fingerprint: taken!.job.fingerprint,
      heading: {
        Liste: 'Personnes',
        Unité: 'Unité A (A), avec tout ce qui est au-dessous',
        'Établi par': 'Driss Haddad',
      },
    });
    const [file] = (await loadExportsPage(db, administrator)).files;
    expect(file!.name).toMatch(/, Personnes$/);
    expect(file!.listed).toContain('Unité : Unité A (A)');
  },
);

test('the journal is written whole, in its order, and says who took it', async () => {
  const { db, workshop, askFor, take } = await scene();
  const { count } = await db
    .selectFrom('journal')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  const jobId = newId();
  await askFor('journal', { tri: 'quand' }, { jobId, format: 'json' });
  await runExports(workshop);
  const { job, bytes } = (await take(jobId))!;
  expect(job.linesTotal).toBe(count + 1);
  const { lines } = JSON.parse(new TextDecoder().decode(bytes)) as { lines: [string, string, string, string][] };
  expect(lines).toHaveLength(count + 1);
  expect(lines.map(([at]) => at)).toEqual(lines.map(([at]) => at).sort());
  expect(lines.at(-1)!.slice(1)).toEqual([
    'Driss Haddad',
    'Fichier préparé',
    expect.any(String),
    expect.stringContaining('Journal des actes'),
  ]);
  const taken = await db.selectFrom('journal').where('verb', '=', 'export:take').select('subject_id').execute();
  expect(taken).toEqual([{ subject_id: 'journal' }]);
});

test('a list that is not theirs, or of nothing, is refused; a right that is lost meanwhile gives no file', async () => {
  const { db, workshop, manager, administrator, askFor, take } = await scene();
  expect(await askFor('journal', {}, { actor: manager })).toEqual({ outcome: 'no-such-list' });
  expect(await askFor('rien', {})).toEqual({ outcome: 'no-such-list' });
  expect(await askFor('personnes', { unite: 'NULLE-PART' })).toEqual({ outcome: 'no-such-list' });
  const jobId = newId();
  await askFor('journal', {}, { jobId });
  await db.deleteFrom('role_grant').where('person_id', '=', administrator.personId).execute();
  await runExports(workshop);
  const kept = await db.selectFrom('export_job').where('id', '=', jobId).selectAll().executeTakeFirstOrThrow();
  expect(kept).toMatchObject({ state: 'failed', failure: 'out-of-scope' });
  expect(await findOwnJob(db, { ...administrator, roles: [] }, jobId)).toBeNull();
  expect(await take(jobId)).toBeNull();
});
