import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { fixedClock } from '#platform/clock.ts';
import { readConfig } from '#platform/config.ts';
import { openDatabase } from '#platform/db/open-database.ts';
import { openInstallation } from '../../../src/cli/open-installation.ts';
import { prepareDatabase } from '../../../src/cli/prepare-database.ts';
import { reportContentDifferences } from '../../../src/cli/report-content-differences.ts';

const clock = fixedClock('2026-11-23T09:00:00Z');

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'reperes-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function start(environment: NodeJS.ProcessEnv): Promise<string[]> {
  const said: string[] = [];
  await prepareDatabase(readConfig(environment), clock, (sentence) => said.push(sentence));
  return said;
}

const production = (folder: string) => ({ REPERES_DATA: folder, REPERES_MODE: 'production' });

test('a first start in production publishes the modules of the clone, and nobody is in it', async () => {
  const folder = temporaryFolder();
  expect((await start(production(folder))).join()).toContain('publication des modules');
  const db = await openInstallation(readConfig(production(folder)));
  onTestFinished(() => db.destroy());
  expect(await db.selectFrom('module').select('code').orderBy('code').execute()).toEqual([
    { code: 'm1' },
    { code: 'm2' },
    { code: 'm3' },
    { code: 'm4' },
  ]);
  expect(await db.selectFrom('person').select('id').execute()).toEqual([]);
});

test('a second start changes nothing, says nothing, and finds nothing to publish', async () => {
  const folder = temporaryFolder();
  await start(production(folder));
  expect(await start(production(folder))).toEqual([]);
  const said: string[] = [];
  await reportContentDifferences(readConfig(production(folder)), (sentence) => said.push(sentence));
  expect(said).toEqual([]);
});

test('a database that was being built when the program was killed is built again', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'reperes.sqlite.building'), 'half a database');
  await start(production(folder));
  expect(existsSync(join(folder, 'reperes.sqlite'))).toBe(true);
  expect(existsSync(join(folder, 'reperes.sqlite.building'))).toBe(false);
});

test('a database opens only in the mode it was created in', async () => {
  const folder = temporaryFolder();
  await start(production(folder));
  await expect(start({ REPERES_DATA: folder, REPERES_MODE: 'demo' })).rejects.toThrow('créée en mode « production »');
});

test('a database of a later program is refused', async () => {
  const folder = temporaryFolder();
  await start(production(folder));
  const db = openDatabase(join(folder, 'reperes.sqlite'));
  await db
    .insertInto('kysely_migration' as never)
    .values({ name: '20991231T0000-later', timestamp: '2099-12-31' } as never)
    .execute();
  await db.destroy();
  await expect(start(production(folder))).rejects.toThrow('version plus récente');
});

test('a file that is no database is said to be one', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'reperes.sqlite'), 'this is a letter, not a database. '.repeat(200));
  await expect(start(production(folder))).rejects.toThrow('n’est pas une base de données');
});

test('a data folder that cannot be written is said', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'a-file'), '');
  await expect(start(production(join(folder, 'a-file', 'var')))).rejects.toThrow('ne peut pas être écrit');
});
