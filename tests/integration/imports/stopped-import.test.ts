import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { beginApplying, beginReading, beginUndoing } from '#features/imports/begin-import-work.ts';
import { loadImportPage } from '#features/imports/load-import-page.ts';
import { changeSettings, storeImport } from '#features/imports/store-import.ts';
import { noticeWords } from '#features/imports/words.ts';
import { TaskCancelled, type TaskRunner } from '#platform/tasks/task.ts';
import { act, factsOf, installation, type Installation } from './installation.ts';

const FILE = 'matricule;nom;prénom;unité\n1;Martin;Zoé;A1';

function stage(here: Installation) {
  const logged: string[] = [];
  const log = {
    info: (event: string) => void logged.push(`info ${event}`),
    error: (event: string) => void logged.push(`error ${event}`),
  };
  const stopping: TaskRunner = { ...here.tasks, run: () => Promise.reject(new TaskCancelled()) };
  const breaking: TaskRunner = { ...here.tasks, run: () => Promise.reject(new Error('out of memory')) };
  const workshop = (tasks: TaskRunner) => ({ tasks, log, config: { dataFolder: here.folder } });
  const page = async (batchId: string) => (await loadImportPage(here.db, here.folder, batchId, 1))!;
  return { logged, running: workshop(here.tasks), stopped: workshop(stopping), broken: workshop(breaking), page };
}

test('an application that the server’s stop cuts short is no error, and its page says what to do until it is done', async () => {
  const here = await installation();
  const { logged, running, stopped, page } = stage(here);
  const batchId = await here.send(FILE);
  const before = await factsOf(here);
  const application = { batchId, act, skipRefused: false, left: 'none' } as const;
  await beginApplying(stopped, application);
  expect(logged).toEqual(['info import-stopped']);
  expect(await factsOf(here)).toEqual(before);
  const { notice, work, batch } = await page(batchId);
  expect({ notice, work, state: batch.state }).toEqual({
    notice: 'application-stopped',
    work: null,
    state: 'previewed',
  });
  expect(noticeWords(notice!)).toMatch(/rien n’en a été écrit.*appliquez l’import de nouveau/);

  await beginApplying(running, application);
  expect(await page(batchId)).toMatchObject({ notice: null, batch: { state: 'applied' } });
  await beginUndoing(stopped, batchId, act);
  expect(await page(batchId)).toMatchObject({ notice: 'undoing-stopped', batch: { state: 'applied' } });
  await beginUndoing(running, batchId, act);
  expect(await page(batchId)).toMatchObject({ notice: null, batch: { state: 'undone' } });
  expect(await factsOf(here)).toEqual(before);
  expect(logged).toEqual(['info import-stopped', 'info import-stopped']);
  expect(readdirSync(join(here.folder, 'imports'))).toEqual([]);
});

test('a reading that was cut short is begun again, its columns still unknown', async () => {
  const here = await installation();
  const { running, stopped, page } = stage(here);
  const content = new TextEncoder().encode('code;nom;rattachement\nC;Unité C;A');
  const batchId = await storeImport(here.db, act, here.folder, { name: 'unites.csv', content });
  await beginReading(stopped, batchId, act);
  expect(await page(batchId)).toMatchObject({ batch: { state: 'stored', settings: { kind: null } } });
  await changeSettings(here.db, batchId, { kind: null, columns: [], programme: null, defaultStatus: 'military' });
  await beginReading(running, batchId, act);
  expect(await page(batchId)).toMatchObject({ batch: { state: 'previewed', settings: { kind: 'units' } } });
});

test('what really fails is an error, and says so', async () => {
  const here = await installation();
  const { logged, broken, page } = stage(here);
  const batchId = await here.send(FILE);
  await beginApplying(broken, { batchId, act, skipRefused: false, left: 'none' });
  expect(logged).toEqual(['error import-failed']);
  expect(await page(batchId)).toMatchObject({ notice: 'failed' });
});

test('columns chosen for people are recognised anew once the file is said to be of units', async () => {
  const here = await installation();
  const { running, page } = stage(here);
  const batchId = await here.send('unité;nom;matricule\nC;Unité C;1');
  const { settings } = (await page(batchId)).batch;
  await changeSettings(here.db, batchId, { ...settings, kind: 'units' });
  await beginReading(running, batchId, act);
  expect((await page(batchId)).batch).toMatchObject({
    state: 'previewed',
    settings: { columns: ['code', 'name', null] },
  });
});
