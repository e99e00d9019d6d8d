import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadExportsPage } from '#features/exports/load-exports-page.ts';
import { findOwnJob } from '#features/exports/queries.ts';
import { removeExport } from '#features/exports/remove-export.ts';
import { removeOldExports, resumeExports, runExports } from '#features/exports/run-exports.ts';
import { takeExport } from '#features/exports/take-export.ts';
import { EXPORT_FORMATS, type ExportFormat } from '#domain/exports/export-formats.ts';
import { verifyList } from '#platform/lists/verify-list.ts';
import { newId } from '#platform/ids.ts';
import { TaskCancelled, type TaskRunner } from '#platform/tasks/task.ts';
import { admitTo } from '../follow-up/followed-organisation.ts';
import { daysLater, exportsWorkshop, signedIn } from './workshop.ts';

const actBy = (by: string) => ({ by, at: daysLater(0), requestId: null });

test.each(Object.keys(EXPORT_FORMATS) as ExportFormat[])(
  'a %s file is written behind the page, and verifies',
  async (format) => {
    const { db, workshop, dataFolder, manager, ask } = await exportsWorkshop();
    for (const hr of ['A-1', 'A-2', 'A-3']) await admitTo(db, 'A1', { hr });
    const jobId = newId();
    expect(await ask(jobId, { format })).toEqual({ outcome: 'prepared' });
    expect(await findOwnJob(db, manager, jobId)).toMatchObject({ state: 'waiting', size: null });
    await runExports(workshop);

    const taken = await takeExport(db, actBy(manager.personId), manager, { jobId, dataFolder });
    const bytes = Buffer.from(await new Response(taken!.content).arrayBuffer());
    expect(taken).toMatchObject({
      size: bytes.length,
      job: { state: 'done', format, subject: { unit: { code: 'A' } } },
    });
    if (format === 'pdf') {
      expect(bytes.toString('latin1')).toMatch(/^%PDF-1\.7[^]*%%EOF\s*$/);
      expect(taken!.job).toMatchObject({ fingerprint: null, linesTotal: null });
      return;
    }
    expect(taken!.job).toMatchObject({ linesDone: 3, linesTotal: 3 });
    const verified = { outcome: 'intact', fingerprint: taken!.job.fingerprint, lineCount: 3 };
    expect(await verifyList(bytes, `liste.${format}`)).toMatchObject(verified);
  },
);

test('what was being written when the server stopped is begun again at its start, whole', async () => {
  const { db, workshop, dataFolder, clock, manager, ask } = await exportsWorkshop();
  for (let index = 0; index < 1200; index += 1) await admitTo(db, 'A', { hr: `M${index}` });
  const [first, second] = [newId(), newId()];
  await ask(first);
  clock.time = daysLater(1);
  await ask(second);
  await runExports({ ...workshop, tasks: stoppedAfter(500, workshop.tasks) });
  expect(await findOwnJob(db, manager, first)).toMatchObject({ state: 'running', linesTotal: 1200, size: null });
  expect(readdirSync(join(dataFolder, 'exports'))).toEqual([`${first}.part`]);
  expect(await takeExport(db, actBy(manager.personId), manager, { jobId: first, dataFolder })).toBeNull();

  await resumeExports(workshop);
  for (const jobId of [first, second]) {
    expect(await findOwnJob(db, manager, jobId)).toMatchObject({ state: 'done', linesDone: 1200, linesTotal: 1200 });
    const bytes = readFileSync(join(dataFolder, 'exports', jobId));
    expect(await verifyList(bytes, 'liste.csv')).toMatchObject({ outcome: 'intact', lineCount: 1200 });
  }
  expect(readdirSync(join(dataFolder, 'exports')).sort()).toEqual([first, second].sort());
});

test('the same form sent twice is one file, and one line of the journal', async () => {
  const { db, workshop, dataFolder, manager, ask } = await exportsWorkshop();
  const jobId = newId();
  expect(await ask(jobId)).toEqual({ outcome: 'prepared' });
  expect(await ask(jobId)).toEqual({ outcome: 'already-asked' });
  await Promise.all([runExports(workshop), runExports(workshop)]);
  expect(await ask(jobId)).toEqual({ outcome: 'already-asked' });
  await takeExport(db, actBy(manager.personId), manager, { jobId, dataFolder });
  expect((await loadExportsPage(db, manager)).files).toHaveLength(1);
  const deeds = await db.selectFrom('journal').where('verb', 'like', 'export:%').select(['verb', 'actor_id']).execute();
  expect(deeds).toEqual([
    { verb: 'export:prepare', actor_id: manager.personId },
    { verb: 'export:take', actor_id: manager.personId },
  ]);
});

test('a file is of the day it was asked for, though it is written later', async () => {
  const { db, workshop, clock, manager, ask } = await exportsWorkshop();
  const jobId = newId();
  await ask(jobId);
  clock.time = daysLater(2);
  await runExports(workshop);
  expect(await findOwnJob(db, manager, jobId)).toMatchObject({ day: '2026-11-23', state: 'done' });
  const text = readFileSync(join(workshop.config.dataFolder, 'exports', jobId), 'utf8');
  expect(text).toContain('Situation au;23/11/2026');
  expect(text).toContain('Fichier établi le;25 novembre 2026');
});

test('nobody asks for, sees, takes or removes a file of another unit or of another person', async () => {
  const { db, workshop, dataFolder, manager, ask } = await exportsWorkshop();
  const neighbour = await signedIn(db, 'B');
  const deputy = await signedIn(db, 'A');
  expect(await ask(newId(), { actor: neighbour, code: 'A' })).toEqual({ outcome: 'no-such-unit' });
  const jobId = newId();
  await ask(jobId);
  await runExports(workshop);
  for (const other of [neighbour, deputy]) {
    expect((await loadExportsPage(db, other)).files).toEqual([]);
    expect(await takeExport(db, actBy(other.personId), other, { jobId, dataFolder })).toBeNull();
    await removeExport(db, other.personId, { jobId, dataFolder });
  }
  expect(await takeExport(db, actBy(manager.personId), manager, { jobId, dataFolder })).not.toBeNull();
  expect(await takeExport(db, actBy(manager.personId), manager, { jobId: '../reperes', dataFolder })).toBeNull();
});

test('whoever has lost the unit has lost its files: those that are there, and those still to be written', async () => {
  const { db, workshop, dataFolder, manager, ask } = await exportsWorkshop();
  const [written, waiting] = [newId(), newId()];
  await ask(written);
  await runExports(workshop);
  await ask(waiting);
  await db.deleteFrom('role_grant').where('person_id', '=', manager.personId).execute();
  await runExports(workshop);
  const without = { ...manager, roles: [] };
  expect((await loadExportsPage(db, without)).files).toEqual([]);
  expect(await takeExport(db, actBy(manager.personId), without, { jobId: written, dataFolder })).toBeNull();
  expect(await findOwnJob(db, manager, waiting)).toMatchObject({ state: 'failed', failure: 'out-of-scope' });
  expect(readdirSync(join(dataFolder, 'exports'))).toEqual([written]);
});

test('a file that is removed is gone, also while it is being written', async () => {
  const { db, workshop, dataFolder, manager, ask } = await exportsWorkshop();
  for (let index = 0; index < 600; index += 1) await admitTo(db, 'A', { hr: `M${index}` });
  const [done, running] = [newId(), newId()];
  await ask(done);
  await runExports(workshop);
  await removeExport(db, manager.personId, { jobId: done, dataFolder });
  expect(readdirSync(join(dataFolder, 'exports'))).toEqual([]);

  await ask(running);
  const remove = () => removeExport(db, manager.personId, { jobId: running, dataFolder });
  await runExports({ ...workshop, tasks: onWriting(workshop.tasks, remove) });
  expect((await loadExportsPage(db, manager)).files).toEqual([]);
  expect(readdirSync(join(dataFolder, 'exports'))).toEqual([]);
});

test('files go after some days, and so does what no job knows', async () => {
  const { db, workshop, dataFolder, clock, manager, ask } = await exportsWorkshop();
  const [old, recent] = [newId(), newId()];
  await ask(old);
  await runExports(workshop);
  clock.time = daysLater(6);
  await ask(recent);
  await runExports(workshop);
  for (const stray of [newId(), `${recent}.part`]) writeFileSync(join(dataFolder, 'exports', stray), 'x');
  clock.time = daysLater(8);
  await removeOldExports(workshop);
  expect((await loadExportsPage(db, manager)).files.map(({ job }) => job.jobId)).toEqual([recent]);
  expect(readdirSync(join(dataFolder, 'exports')).sort()).toEqual([recent, `${recent}.part`]);
});

test('a fault fails one file, says so, and the next one is written', async () => {
  const { db, workshop, dataFolder, clock, manager, ask } = await exportsWorkshop();
  const [first, second] = [newId(), newId()];
  await ask(first);
  clock.time = daysLater(1);
  await ask(second);
  let isFirst = true;
  const fail = async () => {
    if (isFirst) {
      isFirst = false;
      throw new Error('the disk is full');
    }
  };
  await runExports({ ...workshop, tasks: onWriting(workshop.tasks, fail) });
  expect(await findOwnJob(db, manager, first)).toMatchObject({ state: 'failed', failure: 'broken' });
  expect(await findOwnJob(db, manager, second)).toMatchObject({ state: 'done' });
  expect(readdirSync(join(dataFolder, 'exports'))).toEqual([second]);
});

test('one keeps so many files and no more', async () => {
  const { ask } = await exportsWorkshop();
  for (let count = 0; count < 20; count += 1) expect(await ask()).toEqual({ outcome: 'prepared' });
  expect(await ask()).toEqual({ outcome: 'too-many' });
});

/** A server that stops once so many lines are written: whoever waits for a task is told nothing more. */
function stoppedAfter(lines: number, tasks: TaskRunner): TaskRunner {
  return {
    ...tasks,
    run: (task, input, onProgress) =>
      tasks.run(task, input, (share) => {
        onProgress?.(share);
        if (task.name === 'exports/write' && share * 1200 >= lines) throw new TaskCancelled();
      }),
  };
}

/** Does something before a file is written. */
function onWriting(tasks: TaskRunner, work: () => Promise<void>): TaskRunner {
  return {
    ...tasks,
    run: async (task, input, onProgress) => {
      if (task.name === 'exports/write') await work();
      return tasks.run(task, input, onProgress);
    },
  };
}
