import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { migrateToLatest } from '#db/migrator.ts';
import { readConfig } from '#platform/config.ts';
import { openDatabase } from '#platform/db/open-database.ts';
import { fixedClock } from '#platform/clock.ts';
import { dispatch } from '../../../src/cli/dispatch.ts';
import { openInstallation } from '../../../src/cli/open-installation.ts';

const UNITS = 'code;nom;rattachement\nORG;Direction;';
const HEADER = 'matricule;nom;prénom;unité';

async function installation() {
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
  const people = async (...words: string[]): Promise<string> => {
    const said: string[] = [];
    const act = { by: null, at: fixedClock('2026-11-23T09:00:00Z').now(), requestId: null };
    const context = { config, act, say: (sentence: string) => said.push(sentence) };
    const opened: Awaited<ReturnType<typeof openInstallation>>[] = [];
    const openForCommand = async () => {
      opened.push(await openInstallation(config));
      return opened.at(-1)!;
    };
    await dispatch(['people', ...words], () => ({ ...context, openDatabase: openForCommand })).catch((error: Error) =>
      said.push(error.message),
    );
    for (const one of opened) await one.destroy();
    return said.join('\n');
  };
  const count = async () => (await db.selectFrom('person').select('id').execute()).length;
  return { folder, file, people, count, files: () => readdirSync(join(folder, 'imports')) };
}

test('a file is shown, then applied with --oui, and refused lines stop it until they are left aside', async () => {
  const { folder, file, people, count, files } = await installation();
  expect(await people('import', join(folder, 'nulle-part.csv'))).toContain('Il n’y a pas de fichier');
  expect(await people('import', file(''))).toContain('Le fichier est vide');
  expect(await people('import', file(UNITS), '--oui')).toContain('Import appliqué : 1 ajout');
  const sent = file(`${HEADER}\n1;Martin;Zoé;ORG\n2;=x;Luc;ORG`);
  const shown = await people('import', sent);
  expect(shown).toContain(
    '2 lignes : 1 nouvelle, 0 changée, 0 déplacée, 0 inchangée, 1 refusée ; 0 absente du fichier.',
  );
  expect(shown).toContain('Ligne 3, nom : « =x » serait exécuté comme une formule par un tableur ; retirez le « = »');
  expect(shown).toContain('Rien n’a été changé');
  expect(await count()).toBe(0);
  expect(await people('import', sent, '--oui')).toContain('1 ligne est refusée');
  expect(await count()).toBe(0);
  expect(files()).toEqual([]);

  const applied = await people('import', sent, '--oui', '--sans-refusees');
  expect(applied).toContain('Import appliqué : 1 ajout, 1 ligne laissée de côté');
  expect(await count()).toBe(1);
  expect(await people('import', sent, '--oui', '--sans-refusees')).toContain('tout est déjà ainsi');
}, 60_000);

test('refused lines are written where one says, to be corrected and imported', async () => {
  const { folder, file, people, count } = await installation();
  await people('import', file(UNITS), '--oui');
  const refused = join(folder, 'refus.csv');
  expect(await people('import', file(`${HEADER}\n1;Martin;Zoé;NULLE`), '--refusees', refused)).toContain(refused);
  writeFileSync(refused, readFileSync(refused, 'utf8').replace(';NULLE', ';ORG'));
  expect(await people('import', refused, '--oui')).toContain('Import appliqué : 1 ajout');
  expect(await count()).toBe(1);
  const nowhere = join(folder, 'absent', 'refus.csv');
  expect(await people('import', file(`${HEADER}\n1;Martin;Zoé;NULLE`), '--refusees', nowhere)).toContain(
    'ne peut pas être écrit',
  );
}, 60_000);

test('the last import is undone, once, and not the one before', async () => {
  const { file, people, count } = await installation();
  expect(await people('undo')).toContain('Aucun import ne peut être annulé');
  await people('import', file(UNITS), '--oui');
  await people('import', file(`${HEADER}\n1;Martin;Zoé;ORG\n2;Benali;Luc;ORG`), '--oui');
  expect(await count()).toBe(2);
  expect(await people('undo', 'rh.csv')).toContain('cette commande ne prend rien');
  const undone = await people('undo');
  expect(undone.replace(/\s/g, ' ')).toBe(
    'Import annulé : « rh.csv », appliqué le 23 novembre 2026 à 10:00 (2 ajouts).',
  );
  expect(await count()).toBe(0);
  expect(await people('undo')).toContain('Aucun import ne peut être annulé');
}, 60_000);

test('the shell is told by the exit code, and --help says the options without needing a database', async () => {
  const { folder, file } = await installation();
  const reperes = (...words: string[]) =>
    spawnSync(process.execPath, [resolve('src/cli/reperes.ts'), 'people', ...words], {
      env: { ...process.env, REPERES_DATA: folder, REPERES_MODE: 'production' },
      encoding: 'utf8',
    });
  expect(reperes('import', file(UNITS))).toMatchObject({ status: 0, stderr: '' });
  expect(reperes('import', file(`${HEADER}\n1;Martin;Zoé;NULLE`), '--oui')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('1 ligne est refusée') as string,
  });
  expect(reperes('undo')).toMatchObject({ status: 1, stderr: expect.stringContaining('Aucun import') as string });
  const help = reperes('import', '--help');
  expect(help.status).toBe(0);
  for (const option of ['--oui', '--sans-refusees', '--refusees', '--departs', '--statut', '--parcours'])
    expect(help.stdout).toContain(option);
}, 60_000);
