import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { migrateToLatest } from '#db/migrator.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { openDatabase } from '#platform/db/open-database.ts';
import { atOnceOrLater, whenFree } from '#platform/db/when-free.ts';

async function twoConnections() {
  const folder = mkdtempSync(join(tmpdir(), 'reperes-busy-'));
  const file = join(folder, 'reperes.sqlite');
  const importer = openDatabase(file);
  await migrateToLatest(importer);
  const server = openDatabase(file, { waitInMs: 0 });
  onTestFinished(async () => {
    await importer.destroy();
    await server.destroy();
    rmSync(folder, { recursive: true });
  });
  return { importer, server };
}

const setting = (key: string) => ({ key, value: 'oui' });

test('a write waits for the one that holds the database, and reads go on meanwhile', async () => {
  const { importer, server } = await twoConnections();
  const held = await importer.startTransaction().execute();
  await held.insertInto('installation').values(setting('import')).execute();

  const alone = whenFree(() => server.insertInto('installation').values(setting('alone')).execute());
  const together = inTransaction(server, (trx) => trx.insertInto('installation').values(setting('together')).execute());
  expect(await server.selectFrom('installation').select('key').execute()).toEqual([]);
  await atOnceOrLater(() => whenFree(() => server.insertInto('installation').values(setting('later')).execute()));
  await held.commit().execute();
  await Promise.all([alone, together]);
  await expect
    .poll(async () => (await server.selectFrom('installation').select('key').orderBy('key').execute()).length)
    .toBe(4);
});

test('any other failure is thrown at once', async () => {
  const { server } = await twoConnections();
  await expect(whenFree(() => Promise.reject(new Error('a bug')))).rejects.toThrow('a bug');
  await expect(atOnceOrLater(() => Promise.reject(new Error('a bug')))).rejects.toThrow('a bug');
  expect(await server.selectFrom('installation').select('key').execute()).toEqual([]);
});
