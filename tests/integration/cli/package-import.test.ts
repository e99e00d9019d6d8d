import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { migrateToLatest } from '#db/migrator.ts';
import { fixedClock } from '#platform/clock.ts';
import { readConfig } from '#platform/config.ts';
import { openDatabase } from '#platform/db/open-database.ts';
import { SAMPLES } from '#tests/support/packages/sample-packages.ts';
import { rawZip } from '#tests/support/packages/raw-zip.ts';
import { writeZipOf } from '#tests/support/packages/zip-of.ts';
import { dispatch } from '../../../src/cli/dispatch.ts';
import { openInstallation } from '../../../src/cli/open-installation.ts';
import { Refusal } from '../../../src/cli/refusal.ts';

async function installation() {
  const folder = mkdtempSync(join(tmpdir(), 'reperes-cli-paquet-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const config = readConfig({ REPERES_DATA: folder, REPERES_MODE: 'production' });
  const db = openDatabase(config.databaseFile, { durability: 'off' });
  onTestFinished(() => db.destroy());
  await migrateToLatest(db);
  const run = async (...words: string[]): Promise<string> => {
    const said: string[] = [];
    const act = { by: null, at: fixedClock('2026-11-26T09:00:00Z').now(), requestId: null };
    const context = { config, act, say: (sentence: string) => said.push(sentence) };
    const opened: Awaited<ReturnType<typeof openInstallation>>[] = [];
    const openForCommand = async () => {
      opened.push(await openInstallation(config));
      return opened.at(-1)!;
    };
    await dispatch(['package', ...words], () => ({ ...context, openDatabase: openForCommand })).catch(
      (error: Error) => {
        // A refusal is what ends a command with exit code 1.
        if (!(error instanceof Refusal)) throw error;
        said.push(`refus : ${error.message}`);
      },
    );
    for (const one of opened) await one.destroy();
    return said.join('\n');
  };
  return { folder, db, run };
}

test('a package is brought in from the command line, once, and listed', async () => {
  const { folder, db, run } = await installation();
  expect(await run('list')).toContain('Aucun paquet');
  const zip = await writeZipOf(join(folder, 'ecouter.zip'), SAMPLES['scorm12-one']);
  const said = await run('import', zip);
  expect(said).toContain('« Écouter », SCORM 1.2, 3 fichiers');
  expect(said).toContain('Ce paquet s’exécutera. Il contient 1 activité');
  expect(said).toMatch(/Paquet gardé\. Pour le publier : http:\/\/localhost:4321\/atelier\/paquets\/[0-9a-f-]{36}$/);
  expect(await run('import', zip)).toContain('Ce paquet était déjà là, rien n’a été écrit');
  expect(await db.selectFrom('package_delivery').select('imported_by').execute()).toEqual([{ imported_by: null }]);
  expect(await run('list')).toMatch(
    /^Écouter\n {2}SCORM 1\.2, ecouter\.zip, \d+ ko, apporté le .*\n {2}pas encore publié/,
  );
});

test('what is refused says why', async () => {
  const { folder, run } = await installation();
  const zip = join(folder, 'piege.zip');
  writeFileSync(zip, rawZip([{ name: '../x' }]));
  const said = await run('import', zip);
  expect(said).toContain('refus : Le paquet est refusé, rien n’en a été gardé.\nCe qui empêche de le garder :');
  expect(said).toContain('  ../x : Ce nom désigne un endroit hors du paquet');
  expect(await run('import', join(folder, 'absent.zip'))).toContain('refus : Il n’y a pas de fichier');
  expect(await run('import')).toContain('refus : Commande : indiquez une archive, et une seule');
});
