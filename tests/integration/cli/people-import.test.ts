import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { migrateToLatest } from '#db/migrator.ts';
import { readConfig } from '#platform/config.ts';
import { openDatabase } from '#platform/db/open-database.ts';
import { fixedClock } from '#platform/clock.ts';
import { dispatch } from '../../../src/cli/dispatch.ts';
import { openInstallation } from '../../../src/cli/open-installation.ts';

test('a file is shown, then applied with --oui, and refused lines stop it until they are left aside', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'reperes-cli-import-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const config = readConfig({ REPERES_DATA: folder, REPERES_MODE: 'production' });
  const db = openDatabase(config.databaseFile, { durability: 'off' });
  onTestFinished(() => db.destroy());
  await migrateToLatest(db);
  const file = (content: string) => {
    writeFileSync(join(folder, 'rh.csv'), content);
    return join(folder, 'rh.csv');
  };
  const run = async (...words: string[]): Promise<string> => {
    const said: string[] = [];
    const act = { by: null, at: fixedClock('2026-11-23T09:00:00Z').now(), requestId: null };
    const context = { config, act, say: (sentence: string) => said.push(sentence) };
    const opened: Awaited<ReturnType<typeof openInstallation>>[] = [];
    const openForCommand = async () => {
      opened.push(await openInstallation(config));
      return opened.at(-1)!;
    };
    await dispatch(['people', 'import', ...words], () => ({ ...context, openDatabase: openForCommand })).catch(
      (error: Error) => said.push(error.message),
    );
    for (const one of opened) await one.destroy();
    return said.join('\n');
  };
  const count = async () => (await db.selectFrom('person').select('id').execute()).length;

  expect(await run(join(folder, 'nulle-part.csv'))).toContain('Il n’y a pas de fichier');
  expect(await run(file('code;nom;rattachement\nORG;Direction;'), '--oui')).toContain('Import appliqué : 1 ajout');
  const people = file('matricule;nom;prénom;unité\n1;Martin;Zoé;ORG\n2;=x;Luc;ORG');
  const shown = await run(people);
  expect(shown).toContain('2 lignes : 1 nouvelles, 0 changées, 0 déplacées, 0 inchangées, 1 refusées');
  expect(shown).toContain('Ligne 3, nom : « =x » serait exécuté comme une formule par un tableur ; retirez le « = »');
  expect(shown).toContain('Rien n’a été changé');
  expect(await count()).toBe(0);
  expect(await run(people, '--oui')).toContain('1 lignes sont refusées');
  expect(await count()).toBe(0);
  expect(await run(people, '--oui', '--sans-refusees')).toContain('Import appliqué : 1 ajout, 1 ligne laissée de côté');
  expect(await count()).toBe(1);
  expect(await run(people, '--oui', '--sans-refusees')).toContain('tout est déjà ainsi');
  expect(readdirSync(join(folder, 'imports'))).toEqual([]);
}, 60_000);
