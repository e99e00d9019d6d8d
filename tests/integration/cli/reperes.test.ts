import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixedClock } from '#platform/clock.ts';
import { readConfig } from '#platform/config.ts';
import type { DatabaseHandle } from '#platform/db/database-file.ts';
import { backUpDatabase } from '#platform/db/back-up-database.ts';
import { openDatabase } from '#platform/db/open-database.ts';
import type { CommandContext } from '../../../src/cli/command.ts';
import { dispatch } from '../../../src/cli/dispatch.ts';
import { openInstallation } from '../../../src/cli/open-installation.ts';
import { prepareDatabase } from '../../../src/cli/prepare-database.ts';
import { Refusal } from '../../../src/cli/refusal.ts';

const folder = mkdtempSync(join(tmpdir(), 'reperes-'));
const environment = { REPERES_DATA: folder, REPERES_MODE: 'production' };

beforeAll(() => prepareDatabase(readConfig(environment), fixedClock('2026-11-23T09:00:00Z'), () => {}));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Outcome {
  output: string;
  /** The sentence of a refusal; null when the command did its work. */
  refusal: string | null;
}

/** Runs a command as the command line does, in this process. */
async function reperes(...words: string[]): Promise<Outcome> {
  const said: string[] = [];
  const config = readConfig(environment);
  const opened: DatabaseHandle[] = [];
  const context: CommandContext = {
    config,
    act: { by: null, at: fixedClock('2026-11-23T09:00:00Z').now(), requestId: null },
    say: (sentence) => said.push(sentence),
    async openDatabase() {
      const db = await openInstallation(config);
      opened.push(db);
      return db;
    },
  };
  try {
    await dispatch(words, () => context);
    return { output: said.join('\n'), refusal: null };
  } catch (error) {
    if (error instanceof Refusal) return { output: said.join('\n'), refusal: error.message };
    throw error;
  } finally {
    for (const db of opened) await db.destroy();
  }
}

test('an installation lives from the command line: unit, administrator, person, role, programme, designation', async () => {
  expect(await reperes('unit', 'add', '--code', 'ORG', '--nom', 'Direction')).toMatchObject({ refusal: null });
  const admin = ['admin', 'create', '--matricule', '1', '--prenom', 'Ève', '--nom', 'Îlot', '--unite', 'ORG'];
  expect((await reperes(...admin, '--identifiant', 'eve')).output).toMatch(/provisoire.* : [a-z2-9-]{19}/);
  const person = ['person', 'add', '--matricule', '2', '--prenom', 'Paul', '--nom', 'Durand', '--unite', 'ORG'];
  expect(await reperes(...person, '--statut', 'militaire')).toMatchObject({ refusal: null });
  const role = ['role', 'give', '--matricule', '2', '--role', 'responsable', '--unite', 'ORG'];
  expect((await reperes(...role)).output).toContain('Rôle donné');
  expect((await reperes(...role)).output).toContain('rien n’a changé');
  const programme = ['programme', 'open', '--code', 'initiale', '--nom', 'Initiale', '--modules', 'm1,m2'];
  expect(await reperes(...programme)).toMatchObject({ refusal: null });
  const designation = ['designate', '--matricule', '2', '--parcours', 'initiale'];
  expect((await reperes(...designation)).output).toContain('désignée');
  expect((await reperes(...designation)).output).toContain('rien n’a changé');
  expect((await reperes('password', 'reset', '--identifiant', 'eve')).output).toContain('provisoire');
});

test('an account that cannot be opened adds nobody', async () => {
  await reperes('unit', 'add', '--code', 'U2', '--nom', 'Unité');
  const person = [
    'person',
    'add',
    '--prenom',
    'A',
    '--nom',
    'B',
    '--unite',
    'U2',
    '--statut',
    'civil',
    '--identifiant',
    'unique',
  ];
  expect(await reperes(...person, '--matricule', '10')).toMatchObject({ refusal: null });
  expect((await reperes(...person, '--matricule', '11')).refusal).toContain('personne n’a été ajouté');
  expect((await reperes('role', 'give', '--matricule', '11', '--role', 'formateur')).refusal).toContain('matricule 11');
});

test.each([
  [['nope'], 'Commande inconnue'],
  [['unit', 'add', '--code', 'A'], 'indiquez le nom'],
  [['unit', 'add', '--couleur', 'bleu'], 'Usage'],
  [['role', 'give', '--matricule', '999', '--role', 'formateur'], 'Personne n’a le matricule 999'],
  [['designate', '--matricule', '999', '--parcours', 'x'], 'Personne n’a le matricule'],
  [['content', 'check', 'nope'], 'n’a pas de module « nope »'],
  [['content', 'publish', 'cadre-juridique'], 'correction ou materielle'],
  [['password', 'reset', '--identifiant', 'nobody'], 'Aucun compte'],
  [['backup', '/nowhere/at-all.sqlite'], 'ne peut pas être écrit'],
])('%j is refused in a sentence', async (words, sentence) => {
  expect((await reperes(...words)).refusal).toContain(sentence);
});

test('a refusal ends the program with code 1 and no stack trace', () => {
  const { status, stderr } = spawnSync(process.execPath, ['src/cli/reperes.ts', 'nope'], { encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stderr).toContain('Commande inconnue');
  expect(stderr).not.toMatch(/^\s+at /m);
});

test('unchanged content is not published again', async () => {
  const published = await reperes('content', 'publish', 'cadre-juridique', '--as', 'correction', '--note', 'Rien');
  expect(published.output).toContain('rien à publier');
});

test('a backup is whole, never overwrites, and leaves nothing else', async () => {
  const target = join(folder, 'copy.sqlite');
  expect((await reperes('backup', target)).output).toContain('Sauvegarde vérifiée');
  expect((await reperes('backup', target)).refusal).toContain('existe déjà');
  expect(existsSync(`${target}.partial`)).toBe(false);
  const copy = openDatabase(target);
  expect(await copy.selectFrom('module').select('code').execute()).toHaveLength(4);
  await copy.destroy();
});

test('a backup takes what was written a moment ago by a server that still runs', async () => {
  const live = openDatabase(join(folder, 'reperes.sqlite'));
  await live.insertInto('installation').values({ key: 'note', value: 'just now' }).execute();
  const result = await backUpDatabase(join(folder, 'reperes.sqlite'), join(folder, 'live.sqlite'));
  await live.destroy();
  expect(result.outcome).toBe('done');
  const copy = openDatabase(join(folder, 'live.sqlite'));
  expect(await copy.selectFrom('installation').where('key', '=', 'note').select('value').execute()).toHaveLength(1);
  await copy.destroy();
});

test('the report counts each module, and the audit gives every statement its source, confidence and date', async () => {
  const report = await reperes('content', 'report', 'cadre-juridique');
  expect(report.refusal).toBeNull();
  expect(report.output).toMatch(/cadre-juridique \(m3\)[^]*leçons +8[^]*questions d’évaluation +33 \(savoir \d+/);
  const audit = await reperes('content', 'audit', 'cadre-juridique', '--csv');
  const [header, ...lines] = audit.output.trim().split(/\r?\n/);
  expect(header).toContain('Énoncé;Texte ou source;Article;Confiance;Vérifié le;À vérifier;Fichier');
  expect(lines.length).toBeGreaterThan(100);
  for (const line of lines) expect(line).toMatch(/;(V|V2|C);\d{4}-\d{2}-\d{2};(oui|non);content\/cadre-juridique\//);
});
