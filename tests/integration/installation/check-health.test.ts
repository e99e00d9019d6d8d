import { mkdtempSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { migrateToLatest } from '#db/migrator.ts';
import { checkHealth } from '#features/installation/check-health.ts';
import { findInstallationMode, foundInstallation } from '#features/installation/found-installation.ts';
import { settleIntoOneFile } from '#platform/db/database-file.ts';
import { openDatabase, openReader } from '#platform/db/open-database.ts';
import { VERSION } from '#platform/version.ts';
import { ACT } from '../publishing/sample-folder.ts';

test('a database in order is healthy', async () => {
  const { file } = await installation();
  expect(await checkHealth(() => openReader(file))).toEqual({ status: 'ok', version: VERSION, database: 'ok' });
});

test('a file that was cut short is seen, though the server opened it when it was whole', async () => {
  const { file } = await installation();
  for (const size of [statSync(file).size / 2, 4096, 100, 0]) {
    truncateSync(file, size);
    expect((await checkHealth(() => openReader(file))).status, `${size} bytes`).toBe('unavailable');
  }
});

test('a file that is gone is seen', async () => {
  const { folder, file } = await installation();
  rmSync(folder, { recursive: true });
  expect(await checkHealth(() => openReader(file))).toMatchObject({ status: 'unavailable', database: 'unreadable' });
});

test('a database of another version of the program is seen', async () => {
  const { file, db } = await installation();
  await sql`insert into kysely_migration (name, timestamp) values ('29991231T0000-later', '')`.execute(db);
  expect(await checkHealth(() => openReader(file))).toMatchObject({ database: 'wrong-schema', status: 'unavailable' });
});

test('an installation keeps the mode it was founded in', async () => {
  const { db } = await installation();
  await foundInstallation(db, { mode: 'demo', at: ACT.at });
  expect(await findInstallationMode(db)).toBe('production');
});

/** A database on disk, held open as a server holds it. */
async function installation() {
  const folder = mkdtempSync(join(tmpdir(), 'reperes-health-'));
  const file = join(folder, 'reperes.sqlite');
  const db = openDatabase(file);
  onTestFinished(async () => {
    await db.destroy();
    rmSync(folder, { recursive: true, force: true });
  });
  await migrateToLatest(db);
  await foundInstallation(db, { mode: 'production', at: ACT.at });
  await settleIntoOneFile(db);
  return { folder, file, db };
}
